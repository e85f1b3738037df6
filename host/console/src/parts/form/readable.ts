type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `max_amount` as people read it: `Max amount`. */
function heading(name: string): string {
  const words = name.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A list of constants, as schemas that were made from a program's types write an enumeration. */
function choices(schema: unknown): Json[] | null {
  const options = isObject(schema) && Array.isArray(schema.oneOf) ? schema.oneOf : [];
  return options.length > 0 && options.every((option) => isObject(option) && 'const' in option) ? (options as Json[]) : null;
}

/** Words in the reader's language: of settings and constants by their names, of texts by themselves. What has none stays as it is. */
export interface Words {
  names: Record<string, string>;
  values: Record<string, string>;
  texts: Record<string, string>;
}

/** What the reader is told around a setting. */
export interface Phrases {
  /** What a setting is while nobody sets it: that is shown and not filled in. */
  untouched: (value: string) => string;
  /** The alternative that there is none. */
  none: string;
  /** The other alternative. */
  given: string;
  yes: string;
  no: string;
}
const PLAIN: Phrases = { untouched: (value) => value, none: 'None', given: 'Chosen', yes: 'Yes', no: 'No' };

/**
 * The same schema in the words in which the form library shows it well: constants are one choice and not a riddle of alternatives, lists of
 * them are chosen from, and what has no title gets its name as one. What it takes stays the same.
 */
export function readable(schema: Json, { untouched, none, given, yes, no }: Phrases = PLAIN, words?: Words): Json {
  const text = (said: unknown) => (typeof said === 'string' ? (words?.texts[said] ?? said) : said);
  const constant = (value: unknown, title?: unknown) => words?.values[String(value)] ?? text(title) ?? heading(String(value));
  const definitions = { ...(isObject(schema.$defs) ? schema.$defs : {}), ...(isObject(schema.definitions) ? schema.definitions : {}) };
  const meant = (part: unknown): unknown => {
    const name = isObject(part) && typeof part.$ref === 'string' ? part.$ref.split('/').at(-1) : undefined;
    return name ? definitions[name] : part;
  };
  // An alternative is called what it says of itself, which is then not said twice.
  const alternative = (option: unknown): unknown => {
    const { description, ...shown } = walk(option) as Json;
    const constant = typeof shown.const === 'string' ? heading(shown.const) : undefined;
    return { ...shown, title: text(shown.title) ?? description ?? constant ?? (shown.type === 'null' ? none : given) };
  };
  const walk = (part: unknown, name?: string): unknown => {
    if (!isObject(part)) return part;
    const out: Json = { ...part };
    if (part.description !== undefined) out.description = text(part.description);
    if (name !== undefined) out.title = words?.names[name] ?? text(part.title) ?? heading(name);
    if (['string', 'number', 'boolean'].includes(typeof part.default) && part.default !== '') {
      const now = typeof part.default === 'boolean' ? (part.default ? yes : no) : (words?.values[String(part.default)] ?? String(part.default));
      out.description = [out.description, untouched(now)].filter(Boolean).join(' ');
    }
    delete out.default;
    const options = choices(part);
    if (options) {
      out.type = typeof options[0]?.const;
      out.oneOf = options.map((option) => ({ const: option.const, title: constant(option.const, option.title) }));
    }
    for (const key of ['oneOf', 'anyOf'] as const) {
      const alternatives = options && key === 'oneOf' ? undefined : part[key];
      if (Array.isArray(alternatives)) out[key] = alternatives.map(alternative);
    }
    for (const key of ['properties', '$defs', 'definitions'] as const) {
      const inside = part[key];
      if (isObject(inside)) out[key] = Object.fromEntries(Object.entries(inside).map(([at, value]) => [at, walk(value, key === 'properties' ? at : undefined)]));
    }
    if (isObject(part.additionalProperties)) out.additionalProperties = walk(part.additionalProperties);
    if (isObject(part.items)) {
      out.items = walk(part.items);
      if (choices(meant(part.items))) out.uniqueItems = true;
    }
    return out;
  };
  const whole = walk(schema) as Json;
  // The page says what it is about.
  return { ...whole, title: '', description: undefined };
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of a JSON pointer (RFC 6901). */
export function segments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What the settings on the way to a place are called; what the schema does not know keeps its name, and entries of lists count from one. */
export function titles(schema: object, path: string[]): string[] {
  const definitions = '$defs' in schema && isObject(schema.$defs) ? schema.$defs : {};
  // All that a part may be: itself, what it refers to, and its alternatives.
  const meanings = (part: unknown): Json[] => {
    if (!isObject(part)) return [];
    const name = typeof part.$ref === 'string' ? part.$ref.split('/').at(-1) : undefined;
    const others = [part.anyOf, part.oneOf].flatMap((alternatives): unknown[] => (Array.isArray(alternatives) ? alternatives : []));
    return [part, ...[name ? definitions[name] : undefined, ...others].flatMap(meanings)];
  };
  const called: string[] = [];
  let at: unknown = schema;
  for (const segment of path) {
    const all = meanings(at);
    const property = all.map(({ properties }) => (isObject(properties) ? properties[segment] : undefined)).find(isObject);
    const item = all.map(({ items }) => items).find(isObject);
    const entry = all.map(({ additionalProperties }) => additionalProperties).find(isObject);
    const counted = /^\d+$/.test(segment) && !property && item;
    called.push(property && typeof property.title === 'string' && property.title ? property.title : counted ? String(Number(segment) + 1) : segment);
    at = property ?? (counted ? item : entry);
  }
  return called;
}

/** How a row of a condition compares. */
export type Operator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'in' | 'has' | 'yes' | 'no';
export type ValueKind = 'text' | 'number' | 'money' | 'boolean' | 'list';

/** One row: a fact, how it compares, and with what. Several values only for `in`. */
export interface Row {
  name: string;
  operator: Operator;
  kind: 'text' | 'number' | 'money';
  values: string[];
}

/** Rows of which all or any must hold. */
export interface Condition {
  every: boolean;
  rows: Row[];
}

/** Something that a condition can ask about. */
export interface Fact {
  name: string;
  label: string;
  kind: ValueKind;
  options?: { value: string; label: string }[] | undefined;
}

const SIGNS = { eq: '==', ne: '!=', ge: '>=', le: '<=', gt: '>', lt: '<' } as const;
const PATH = '[a-z_][A-Za-z0-9_.]*';
const TEXT = '"(?:[^"\\\\]|\\\\.)*"';
const COMPARES = new RegExp(`^(${PATH})\\s*(==|!=|>=|<=|>|<)\\s*(?:(${TEXT})|(-?\\d+(?:\\.\\d+)?)|money\\(\\s*(${TEXT})\\s*\\))$`);
const AMONG = new RegExp(`^(${PATH})\\s+in\\s+\\[((?:\\s*${TEXT}\\s*,?)*)\\]$`);
const CONTAINS = new RegExp(`^(${TEXT})\\s+in\\s+(${PATH})$`);
const ALONE = new RegExp(`^(!?)\\s*(${PATH})$`);

/** The operators that make sense for a kind of value. */
export function operators(kind: ValueKind): Operator[] {
  if (kind === 'boolean') return ['yes', 'no'];
  if (kind === 'list') return ['has'];
  if (kind === 'text') return ['eq', 'ne', 'in'];
  return ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
}

/** A row to begin with. */
export function firstRow(fact: Fact): Row {
  const kind = fact.kind === 'number' || fact.kind === 'money' ? fact.kind : 'text';
  const value = kind === 'money' ? '0.00' : kind === 'number' ? '0' : (fact.options?.[0]?.value ?? '');
  return { name: fact.name, operator: operators(fact.kind)[0] ?? 'eq', kind, values: [value] };
}

/** The condition as an expression; nothing without rows. */
export function write({ every, rows }: Condition): string {
  return rows.map(writeRow).join(every ? ' && ' : ' || ');
}

function writeRow({ name, operator, kind, values }: Row): string {
  const first = values[0] ?? '';
  if (operator === 'yes') return name;
  if (operator === 'no') return `!${name}`;
  if (operator === 'in') return `${name} in [${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  if (operator === 'has') return `${JSON.stringify(first)} in ${name}`;
  const value = kind === 'text' ? JSON.stringify(first) : kind === 'money' ? `money(${JSON.stringify(first)})` : first || '0';
  return `${name} ${SIGNS[operator]} ${value}`;
}

/** Reads an expression back into rows; null when rows cannot say it. */
export function read(expression: string): Condition | null {
  const text = expression.trim();
  if (!text) return { every: true, rows: [] };
  const all = split(text, '&&');
  const any = split(text, '||');
  if (all.length > 1 && any.length > 1) return null;
  const rows = (any.length > 1 ? any : all).map(readRow);
  return rows.every((row) => row !== null) ? { every: any.length <= 1, rows } : null;
}

/** Cuts at a sign, but not within quotes. */
function split(text: string, sign: '&&' | '||'): string[] {
  const parts = [''];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (!quoted && text.startsWith(sign, at)) {
      parts.push('');
      at += 1;
      continue;
    }
    if (quoted && text[at] === '\\') {
      parts[parts.length - 1] = (parts.at(-1) ?? '') + text.slice(at, at + 2);
      at += 1;
      continue;
    }
    if (text[at] === '"') quoted = !quoted;
    parts[parts.length - 1] = (parts.at(-1) ?? '') + (text[at] ?? '');
  }
  return parts.map((part) => part.trim());
}

function readRow(text: string): Row | null {
  const compares = COMPARES.exec(text);
  if (compares) {
    const [, name = '', sign, plain, number, money] = compares;
    const operator = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).find((one) => SIGNS[one] === sign);
    const value = unquote(plain ?? money);
    if (!operator || (value === null && number === undefined)) return null;
    const kind = number !== undefined ? 'number' : money !== undefined ? 'money' : 'text';
    return { name, operator, kind, values: [number ?? value ?? ''] };
  }
  const among = AMONG.exec(text);
  if (among) {
    const values = [...(among[2] ?? '').matchAll(new RegExp(TEXT, 'g'))].map(([value]) => unquote(value));
    return values.every((value) => value !== null) ? { name: among[1] ?? '', operator: 'in', kind: 'text', values } : null;
  }
  const contains = CONTAINS.exec(text);
  if (contains) {
    const value = unquote(contains[1]);
    return value === null ? null : { name: contains[2] ?? '', operator: 'has', kind: 'text', values: [value] };
  }
  const alone = ALONE.exec(text);
  return alone ? { name: alone[2] ?? '', operator: alone[1] ? 'no' : 'yes', kind: 'text', values: [] } : null;
}

/** What stands within quotes; null for escapes that the rows do not know. */
function unquote(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

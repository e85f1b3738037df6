/**
 * Conditions between the fields of a form, so that a question appears while one types. The language is the server's (CEL); what this
 * reader does not know of it only the server can tell, and the server has the last word anyway.
 */

const MISSING = Symbol('not answered');
const UNTOLD = Symbol('only the server can tell');
type Value = string | number | boolean | object | typeof MISSING | typeof UNTOLD;

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(&&|\|\||==|!=|<=|>=|[<>!()[\],-]))/y;

interface Token {
  kind: 'text' | 'number' | 'name' | 'sign';
  text: string;
}

/** Thrown by what is not read here. */
class Unread extends Error {}

function tokens(expression: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  const text = expression.trim();
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) throw new Unread();
    const [, quoted, number, name, sign] = match;
    if (quoted !== undefined) found.push({ kind: 'text', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (name !== undefined) found.push({ kind: 'name', text: name });
    else found.push({ kind: 'sign', text: sign ?? '' });
  }
  return found;
}

const untold = (value: Value): value is typeof MISSING | typeof UNTOLD => value === MISSING || value === UNTOLD;

/** As CEL: one side that decides makes the other one needless, in either order. */
function joined(left: Value, right: Value, decides: boolean): Value {
  if (left === decides || right === decides) return decides;
  if (left === UNTOLD || right === UNTOLD) return UNTOLD;
  if (left === MISSING || right === MISSING) return MISSING;
  return !decides;
}

function compared(left: Value, sign: string, right: Value): Value {
  if (left === UNTOLD || right === UNTOLD) return UNTOLD;
  if (left === MISSING || right === MISSING) return MISSING;
  // Amounts are answered as texts, and compared with numbers.
  const [one, other] = typeof left === 'number' || typeof right === 'number' ? [Number(left), Number(right)] : [left, right];
  if (sign === '==') return one === other;
  if (sign === '!=') return one !== other;
  if (typeof one !== typeof other || (typeof one !== 'number' && typeof one !== 'string')) return UNTOLD;
  if (sign === '<') return one < other;
  if (sign === '<=') return one <= other;
  return sign === '>' ? one > other : one >= other;
}

class Reader {
  private at = 0;

  constructor(
    private readonly all: Token[],
    private readonly answers: Record<string, unknown>,
  ) {}

  whole(): Value {
    const value = this.or();
    if (this.at < this.all.length) throw new Unread();
    return value;
  }

  private next(...signs: string[]): string | null {
    const token = this.all[this.at];
    if (token?.kind !== (signs[0] === 'in' ? 'name' : 'sign') || !signs.includes(token.text)) return null;
    this.at += 1;
    return token.text;
  }

  private must(sign: string) {
    if (!this.next(sign)) throw new Unread();
  }

  private or(): Value {
    let value = this.and();
    while (this.next('||')) value = joined(value, this.and(), true);
    return value;
  }

  private and(): Value {
    let value = this.comparison();
    while (this.next('&&')) value = joined(value, this.comparison(), false);
    return value;
  }

  private comparison(): Value {
    const left = this.unary();
    if (this.next('in')) return this.among(left, this.unary());
    const sign = this.next('==', '!=', '<=', '>=', '<', '>');
    return sign ? compared(left, sign, this.unary()) : left;
  }

  private among(one: Value, list: Value): Value {
    if (untold(one) || untold(list)) return one === UNTOLD || list === UNTOLD ? UNTOLD : MISSING;
    return Array.isArray(list) ? list.includes(one) : UNTOLD;
  }

  private unary(): Value {
    if (this.next('!')) {
      const value = this.unary();
      return typeof value === 'boolean' ? !value : untold(value) ? value : UNTOLD;
    }
    if (this.next('-')) return -Number(this.unary());
    return this.single();
  }

  private single(): Value {
    if (this.next('(')) {
      const value = this.or();
      this.must(')');
      return value;
    }
    if (this.next('[')) return this.list();
    const token = this.all[this.at];
    this.at += 1;
    if (token?.kind === 'text') return token.text;
    if (token?.kind === 'number') return Number(token.text);
    if (token?.kind !== 'name') throw new Unread();
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    if (this.next('(')) return this.called(token.text);
    return this.path(token.text);
  }

  private list(): Value {
    const items: Value[] = [];
    while (!this.next(']')) {
      items.push(this.or());
      if (!this.next(',')) {
        this.must(']');
        break;
      }
    }
    return items;
  }

  private called(name: string): Value {
    const given = this.or();
    this.must(')');
    if (name === 'has') return given === UNTOLD ? UNTOLD : given !== MISSING;
    if (name === 'money') return Number(given);
    throw new Unread();
  }

  private path(name: string): Value {
    const [root, key = '', ...rest] = name.split('.');
    if (root !== 'field') return UNTOLD;
    const answer = this.answers[key];
    if (isEmpty(answer)) return MISSING;
    return rest.length > 0 ? UNTOLD : (answer as Value);
  }
}

/** True for what people leave behind when they answer nothing, as the server sees it. */
export function isEmpty(answer: unknown): boolean {
  if (answer === undefined || answer === null) return true;
  return typeof answer === 'string' ? answer.trim() === '' : Array.isArray(answer) && answer.length === 0;
}

/** Whether a condition holds with these answers: what is not answered does not hold. Null when only the server can tell. */
export function holds(expression: string | null | undefined, answers: Record<string, unknown>): boolean | null {
  if (!expression) return true;
  try {
    const value = new Reader(tokens(expression), answers).whole();
    if (value === MISSING) return false;
    return typeof value === 'boolean' ? value : null;
  } catch (error) {
    if (error instanceof Unread) return null;
    throw error;
  }
}

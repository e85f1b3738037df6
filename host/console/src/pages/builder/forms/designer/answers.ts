import { read, type Row } from '../../drawing/condition';

/** Whether a condition holds for answers; null when only the server can tell. */
export function holds(expression: string | null | undefined, answers: Record<string, unknown>): boolean | null {
  if (!expression) return true;
  const condition = read(expression);
  if (!condition) return null;
  const found = condition.rows.map((row) => rowHolds(row, answers));
  if (condition.every) return found.includes(false) ? false : found.includes(null) ? null : true;
  return found.includes(true) ? true : found.includes(null) ? null : false;
}

/** What is not answered does not hold, as on the server. */
function rowHolds({ name, operator, kind, values }: Row, answers: Record<string, unknown>): boolean | null {
  const key = /^field\.([a-z0-9_]+)$/.exec(name)?.[1];
  if (!key) return null;
  const answer = answers[key];
  if (answer === undefined || answer === null || answer === '') return false;
  if (operator === 'yes') return answer === true;
  if (operator === 'no') return answer === false;
  if (operator === 'has') return Array.isArray(answer) && answer.includes(values[0]);
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  if (operator === 'in') return values.includes(text);
  const [left, right] = kind === 'text' ? [text, values[0] ?? ''] : [Number(answer), Number(values[0])];
  const compared = left < right ? -1 : left > right ? 1 : 0;
  return { eq: compared === 0, ne: compared !== 0, gt: compared > 0, ge: compared >= 0, lt: compared < 0, le: compared <= 0 }[operator];
}

import { isProblem } from '../../../api/problem';
import type { Sent } from './queue';

/** Refusals that a later try may not meet: too slow, too early, too many. */
const PASSING = [408, 425, 429];

/** What an answer other than a kept scan means for the reading. */
export function verdict(status: number, error: unknown): Exclude<Sent, { then: 'answered' }> {
  // What stands between here and the server (a proxy, a hotspot) answers too, but in no words of the server.
  const why = isProblem(error) ? { code: error.code, words: error.detail } : { words: `HTTP ${status}` };
  if (status === 401 || status === 403) return { then: 'barred', ...why };
  if (status >= 400 && status < 500 && !PASSING.includes(status)) return { then: 'refused', ...why };
  return { then: 'later', status };
}

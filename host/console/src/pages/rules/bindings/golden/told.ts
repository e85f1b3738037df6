/** A sentence of the server about a decision, cut where it names it. */
export function told(message: string): { decision: string | null; before: string; after: string } {
  const found = /dec_[0-9a-f]{32}/.exec(message);
  if (!found) return { decision: null, before: message, after: '' };
  return { decision: found[0], before: message.slice(0, found.index), after: message.slice(found.index + found[0].length) };
}

/** What follows from an answer, taken apart: `needs_approval:director` is a verdict and whom it is about. */
export interface Verdict {
  word: string;
  about: string;
}

export function verdictOf(label: string): Verdict {
  const at = label.indexOf(':');
  return at < 0 ? { word: label, about: '' } : { word: label.slice(0, at), about: label.slice(at + 1) };
}

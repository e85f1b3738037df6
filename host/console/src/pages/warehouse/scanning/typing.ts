/** Longest pause between two characters of a scanner, in milliseconds; people are slower. */
const FAST = 40;

/** Whether a scanner typed this or a person did, by how long the whole took. */
export function sourceOf(text: string, milliseconds: number): 'wedge' | 'manual' {
  return text.length > 3 && milliseconds <= FAST * text.length ? 'wedge' : 'manual';
}

/** What the API takes as a key. */
export const KEY = /^[a-z0-9_-]{1,64}$/;

/** A key that none of these has, as a suggestion. */
export function freeKey(stem: string, taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    const key = `${stem}_${number}`;
    if (!taken.includes(key)) return key;
  }
}

/** Mistakes of the author, as a compiler tells them. */

/** @typedef {{ message: string, file?: string, line?: number, column?: number }} Mistake */

/** Thrown when the plugin cannot be built; holds everything that is wrong. */
export class Mistakes extends Error {
  /** @param {Mistake[]} list */
  constructor(list) {
    super(list.map(written).join("\n"));
    this.list = list;
  }
}

/**
 * One mistake in one line.
 * @param {Mistake} mistake
 */
export function written({ message, file, line, column }) {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return place === "" ? message : `${place}: ${message}`;
}

/**
 * An error for standard error. What is no mistake of the author keeps its stack.
 * @param {unknown} error
 */
export function tell(error) {
  if (error instanceof Mistakes) return `${error.message}\n`;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

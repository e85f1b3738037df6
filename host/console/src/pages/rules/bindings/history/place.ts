/** Parts of a rule that have a word of their own. */
const WORDS = ['plugin', 'mode', 'enabled', 'order', 'percent', 'config', 'guardrails', 'grants', 'timetable', 'replaces', 'key'] as const;

/** A place in a rule: the word for its first part, and what is left of the pointer. */
export function place(pointer: string): { word: (typeof WORDS)[number] | null; rest: string } {
  const [first = '', ...parts] = pointer.split('/').slice(1);
  const word = WORDS.find((one) => one === first) ?? null;
  return { word, rest: (word ? parts : [first, ...parts]).join('/') };
}

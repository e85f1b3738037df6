import type { Schemas } from '../../../api/client';

type Step = Schemas['SopStep'];

/** Keys of the steps that nothing leads to, from the first on. */
export function unreached(steps: Step[]): string[] {
  const found = new Set<string>();
  const todo = steps.slice(0, 1).map(({ key }) => key);
  for (let key = todo.pop(); key != null; key = todo.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    const step = steps.find((one) => one.key === key);
    for (const { next } of step?.answers ?? []) if (next) todo.push(next);
  }
  return steps.filter(({ key }) => !found.has(key)).map(({ key }) => key);
}

/** Keys of the steps from which no answer ever leads to the end. */
export function endless(steps: Step[]): string[] {
  const ends = new Set<string>();
  for (let before = -1; before !== ends.size; ) {
    before = ends.size;
    for (const { key, answers } of steps) if (answers.some(({ next }) => !next || ends.has(next))) ends.add(key);
  }
  return steps.filter(({ key }) => !ends.has(key)).map(({ key }) => key);
}

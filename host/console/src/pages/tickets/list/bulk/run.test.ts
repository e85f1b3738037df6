import { expect, test } from 'vitest';
import { runAll } from './run';

test('what is refused keeps no other from its turn', async () => {
  const seen: number[] = [];
  const call = (item: number) => {
    if (item === 3) return Promise.reject(new Error('network'));
    return Promise.resolve(item === 2 ? { error: { detail: 'not now' } } : {});
  };
  const outcome = await runAll([1, 2, 3, 4], call, { progress: (count) => seen.push(count), stopped: () => false });
  expect(outcome.done).toEqual([1, 4]);
  expect(outcome.refused).toEqual([
    { item: 2, error: { detail: 'not now' } },
    { item: 3, error: new Error('network') },
  ]);
  expect(seen).toEqual([1, 2, 3, 4]);
});

test('whoever stops it keeps what had not begun', async () => {
  let count = 0;
  const outcome = await runAll(['a', 'b', 'c'], () => Promise.resolve({}), { progress: (done) => (count = done), stopped: () => count === 1 });
  expect(outcome).toEqual({ done: ['a'], refused: [], left: ['b', 'c'] });
});

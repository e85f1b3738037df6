import { expect, test } from 'vitest';
import { type Reading, scanQueue } from './scan_queue';

function memory() {
  const kept = new Map<string, string>();
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text) };
}
const reading = (key: string): Reading => ({ key, raw: `SF${key}`, source: 'wedge', at: '2026-11-23T06:00:00Z' });

test('without a network readings stay, survive a reload and go in order', async () => {
  const store = memory();
  const before = scanQueue(store, 'q');
  before.add(reading('1'));
  before.add(reading('2'));
  await before.flush(async () => 'later');
  const after = scanQueue(store, 'q');
  expect(after.all().map(({ key }) => key)).toEqual(['1', '2']);
  const sent: string[] = [];
  await after.flush(async ({ key }) => {
    sent.push(key);
    return 'answered';
  });
  expect(sent).toEqual(['1', '2']);
  expect(after.all()).toEqual([]);
});

test('two flushes at once send nothing twice, and what comes meanwhile goes too', async () => {
  const queue = scanQueue(memory(), 'q');
  queue.add(reading('1'));
  const sent: string[] = [];
  const send = async ({ key }: Reading) => {
    if (sent.length === 0) queue.add(reading('2'));
    sent.push(key);
    return 'answered' as const;
  };
  await Promise.all([queue.flush(send), queue.flush(send)]);
  expect(sent).toEqual(['1', '2']);
});

test('what fails in the middle keeps itself and all behind it', async () => {
  const queue = scanQueue(memory(), 'q');
  for (const key of ['1', '2', '3']) queue.add(reading(key));
  await queue.flush(async ({ key }) => (key === '2' ? 'later' : 'answered'));
  expect(queue.all().map(({ key }) => key)).toEqual(['2', '3']);
});

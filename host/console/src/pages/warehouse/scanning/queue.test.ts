import { expect, test } from 'vitest';
import { type Reading, scanQueue, type Sent } from './queue';
import { verdict } from './verdict';

function memory(first?: string) {
  const kept = new Map<string, string>(first === undefined ? [] : [['q', first]]);
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text) };
}
const reading = (key: string): Reading => ({ key, raw: `SF${key}`, source: 'wedge', at: '2026-11-23T06:00:00Z' });
const answered: Sent = { then: 'answered' };
const keys = (readings: Reading[]) => readings.map(({ key }) => key);

test('without a network readings stay, survive a reload and go in order', async () => {
  const store = memory();
  const before = scanQueue(store, 'q');
  before.add(reading('1'));
  before.add(reading('2'));
  expect(await before.flush(async () => ({ then: 'later', status: null }))).toEqual({ then: 'later', status: null });
  const after = scanQueue(store, 'q');
  expect(keys(after.kept().waiting)).toEqual(['1', '2']);
  const sent: string[] = [];
  await after.flush(async ({ key }) => {
    sent.push(key);
    return answered;
  });
  expect(sent).toEqual(['1', '2']);
  expect(after.kept()).toEqual({ waiting: [], refused: [] });
});

test('two flushes at once send nothing twice, and what comes meanwhile goes too', async () => {
  const queue = scanQueue(memory(), 'q');
  queue.add(reading('1'));
  const sent: string[] = [];
  const send = async ({ key }: Reading) => {
    if (sent.length === 0) queue.add(reading('2'));
    sent.push(key);
    return answered;
  };
  await Promise.all([queue.flush(send), queue.flush(send)]);
  expect(sent).toEqual(['1', '2']);
});

test('what is refused for good does not block, and waits to be sent again under another key or dismissed', async () => {
  const queue = scanQueue(memory(), 'q');
  for (const key of ['1', '2', '3']) queue.add(reading(key));
  await queue.flush(async ({ key }) => (key === '2' ? { then: 'refused', words: 'too long' } : answered));
  expect(queue.kept()).toEqual({ waiting: [], refused: [{ reading: reading('2'), words: 'too long' }] });
  queue.again('2', '4');
  expect(keys(queue.kept().waiting)).toEqual(['4']);
  expect(queue.kept().refused).toEqual([]);
  await queue.flush(async () => ({ then: 'refused', words: 'still' }));
  queue.dismiss('4');
  expect(queue.kept()).toEqual({ waiting: [], refused: [] });
});

test('an account that may not scan keeps everything', async () => {
  const queue = scanQueue(memory(), 'q');
  for (const key of ['1', '2']) queue.add(reading(key));
  const sent: string[] = [];
  const stopped = await queue.flush(async ({ key }) => {
    sent.push(key);
    return { then: 'barred', words: 'no' };
  });
  expect(stopped).toEqual({ then: 'barred', words: 'no' });
  expect(sent).toEqual(['1']);
  expect(keys(queue.kept().waiting)).toEqual(['1', '2']);
});

test('what something else left in its place does no harm', () => {
  for (const text of ['{', '[]', 'null', '{"waiting":[{"raw":1}],"refused":3}']) {
    const queue = scanQueue(memory(text), 'q');
    expect(queue.kept()).toEqual({ waiting: [], refused: [] });
    queue.add(reading('1'));
    expect(keys(queue.kept().waiting)).toEqual(['1']);
  }
});

test('only what the server says about the reading itself ends it', () => {
  const problem = { type: 'x', title: 'x', status: 422, code: 'invalid', detail: 'too long' };
  expect(verdict(422, problem)).toEqual({ then: 'refused', code: 'invalid', words: 'too long' });
  expect(verdict(413, '<html>')).toEqual({ then: 'refused', words: 'HTTP 413' });
  for (const status of [401, 403]) expect(verdict(status, problem).then).toBe('barred');
  for (const status of [200, 302, 408, 425, 429, 500, 502, 503]) expect(verdict(status, '').then).toBe('later');
});

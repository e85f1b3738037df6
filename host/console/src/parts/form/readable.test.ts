import { expect, test } from 'vitest';
import { readable } from './readable';

const kind = { description: 'What is asked.', oneOf: [{ const: 'refund_only', type: 'string' }, { const: 'exchange', type: 'string', title: 'Swap' }] };

test('constants are one choice, and lists of them are chosen from', () => {
  const shown = readable({ title: 'Config', $defs: { Kind: kind }, properties: { first_kind: kind, kinds: { type: 'array', items: { $ref: '#/$defs/Kind' } } } });
  expect(shown).toMatchObject({
    title: '',
    properties: {
      first_kind: { title: 'First kind', type: 'string', oneOf: [{ const: 'refund_only', title: 'Refund only' }, { const: 'exchange', title: 'Swap' }] },
      kinds: { title: 'Kinds', uniqueItems: true },
    },
  });
});

test('alternatives that are no constants keep what they take', () => {
  const votes = { oneOf: [{ const: 'any', type: 'string', description: 'One.' }, { type: 'object', description: 'So many.', properties: { at_least: { type: 'integer' } } }] };
  expect(readable({ properties: { votes } })).toMatchObject({
    properties: { votes: { oneOf: [{ const: 'any', title: 'One.' }, { title: 'So many.', properties: { at_least: { type: 'integer', title: 'At least' } } }] } },
  });
});

test('defaults are told and not filled in', () => {
  const shown = readable({ properties: { days: { type: 'integer', description: 'How long.', default: 7 } } }, (value) => `(otherwise ${value})`);
  expect(shown.properties).toEqual({ days: { type: 'integer', title: 'Days', description: 'How long. (otherwise 7)' } });
});

test("names, constants and texts are told in the reader's language, as far as it has words for them", () => {
  const words = { names: { first_kind: '首选' }, values: { exchange: '换货' }, texts: { 'What is asked.': '要什么。', 'How long.': '多久。' } };
  const days = { type: 'string', description: 'How long.', default: 'exchange' };
  expect(readable({ properties: { first_kind: kind, days } }, (value) => `否则${value}`, words).properties).toEqual({
    first_kind: { title: '首选', description: '要什么。', type: 'string', oneOf: [{ const: 'refund_only', title: 'Refund only' }, { const: 'exchange', title: '换货' }] },
    days: { type: 'string', title: 'Days', description: '多久。 否则换货' },
  });
});

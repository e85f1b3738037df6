import { expect, test } from 'vitest';
import { readable } from './readable';

const PHRASES = { untouched: String, none: '无', given: '指定', yes: '是', no: '否' };
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

test('alternatives are called what they say of themselves, or none and chosen', () => {
  const days = { anyOf: [{ type: 'integer', description: 'This number.' }, { $ref: '#/$defs/Other', description: 'Another.' }] };
  const level = { anyOf: [{ $ref: '#/$defs/Level' }, { type: 'null' }] };
  const words = { names: {}, values: {}, texts: { 'This number.': '这个数' } };
  expect(readable({ properties: { days, level } }, PHRASES, words).properties).toEqual({
    days: { title: 'Days', anyOf: [{ type: 'integer', title: '这个数' }, { $ref: '#/$defs/Other', title: 'Another.' }] },
    level: { title: 'Level', anyOf: [{ $ref: '#/$defs/Level', title: '指定' }, { type: 'null', title: '无' }] },
  });
});

test('defaults are told and not filled in', () => {
  const shown = readable({ properties: { days: { type: 'integer', description: 'How long.', default: 7 } } }, { ...PHRASES, untouched: (value) => `(otherwise ${value})` });
  expect(shown.properties).toEqual({ days: { type: 'integer', title: 'Days', description: 'How long. (otherwise 7)' } });
  expect(readable({ properties: { on: { type: 'boolean', default: false } } }, PHRASES).properties).toEqual({ on: { type: 'boolean', title: 'On', description: '否' } });
});

test("names, constants and texts are told in the reader's language, as far as it has words for them", () => {
  const words = { names: { first_kind: '首选' }, values: { exchange: '换货' }, texts: { 'What is asked.': '要什么。', 'How long.': '多久。' } };
  const days = { type: 'string', description: 'How long.', default: 'exchange' };
  expect(readable({ properties: { first_kind: kind, days } }, { ...PHRASES, untouched: (value) => `否则${value}` }, words).properties).toEqual({
    first_kind: { title: '首选', description: '要什么。', type: 'string', oneOf: [{ const: 'refund_only', title: 'Refund only' }, { const: 'exchange', title: '换货' }] },
    days: { type: 'string', title: 'Days', description: '多久。 否则换货' },
  });
});

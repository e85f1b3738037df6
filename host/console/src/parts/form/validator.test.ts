import { expect, test } from 'vitest';
import { validator } from './validator';

const schema = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', minLength: 1 }, lines: { type: 'array', items: { $ref: '#/$defs/line' } } },
  $defs: { line: { type: 'object', properties: { count: { type: 'integer', minimum: 1 } } } },
} as const;

test('what is wrong is told where it is', () => {
  const { errors } = validator.validateFormData({ lines: [{ count: 1 }, { count: 0 }] }, schema as never);
  expect(errors.map((error) => error.property).sort()).toEqual(['.lines.1.count', '.name']);
  expect(validator.validateFormData({ name: 'a', lines: [] }, schema as never).errors).toEqual([]);
});

test('a part is judged with the definitions of the whole', () => {
  const line = { $ref: '#/$defs/line' };
  expect(validator.isValid(line, { count: 2 }, schema as never)).toBe(true);
  expect(validator.isValid(line, { count: 0 }, schema as never)).toBe(false);
});

test('a field that was emptied is missing', () => {
  const { errors } = validator.validateFormData({ name: undefined, lines: [] }, schema as never);
  expect(errors.map(({ name, property }) => [name, property])).toEqual([['required', '.name']]);
  expect(validator.isValid({ type: 'integer' }, undefined, schema as never)).toBe(false);
});

test('parts that were once looked at under another name still find what they refer to', () => {
  const setting = { anyOf: [{ type: 'integer' }, { $ref: '#/$defs/other' }] };
  const root = { $defs: { setting, other: { type: 'object', required: ['parameter'] } }, properties: { days: { $ref: '#/$defs/setting' } } };
  expect(validator.isValid({ $id: 'another', type: 'object' }, { days: 1 }, root as never)).toBe(true);
  expect(validator.validateFormData({ days: {} }, root as never).errors.map(({ property }) => property)).toEqual(['.days.parameter']);
});

test('limits are told apart from the sentence', () => {
  const limits = (part: object, value: unknown) => validator.validateFormData(value, part).errors.map(({ name, params }) => [name, (params as { limit?: string }).limit]);
  expect(limits({ minLength: 2 }, 'a')).toEqual([['minLength', '2']]);
  expect(limits({ maxItems: 1 }, [1, 2])).toEqual([['maxItems', '1']]);
  expect(limits({ minimum: -0.5 }, -3)).toEqual([['minimum', '-0.5']]);
  expect(limits({ exclusiveMaximum: 10 }, 10)).toEqual([['exclusiveMaximum', '10']]);
  expect(limits({ multipleOf: 5 }, 12)).toEqual([['multipleOf', '5']]);
  expect(limits({ pattern: '^b' }, 'a')).toEqual([['pattern', undefined]]);
});

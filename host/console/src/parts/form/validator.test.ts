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

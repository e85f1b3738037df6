import { expect, test } from 'vitest';
import type { Schemas } from '../../../../api/client';
import { addSection, findingsAt, freeKey, insert, move, moveSection, placeOf, pointer, remove, removeSection, set } from './edit';

const label = { 'zh-CN': '名', en: 'Name' };
const field = (key: string, more: Partial<Schemas['FormField']> = {}): Schemas['FormField'] => ({ key, label, control: { type: 'checkbox' }, ...more });
const form: Schemas['FormDefinition'] = {
  key: 'f',
  kind: 'inquiry',
  version: 1,
  state: 'draft',
  title: label,
  sections: [
    { title: label, fields: [field('a'), field('b', { show_when: 'field.a && field.ab' })] },
    { title: label, fields: [field('c', { require_when: 'field.a' })] },
  ],
  checks: [{ key: 'k', expression: 'field.a || field.b', message: label, at: 'a' }],
};
const keys = (of: Schemas['FormDefinition']) => of.sections.map(({ fields }) => fields.map(({ key }) => key).join(''));

test('fields go in, out and elsewhere', () => {
  expect(keys(insert(form, { section: 0, field: 1 }, field('x')))).toEqual(['axb', 'c']);
  expect(keys(remove(form, { section: 0, field: 0 }))).toEqual(['b', 'c']);
  expect(keys(move(form, { section: 0, field: 0 }, { section: 0, field: 1 }))).toEqual(['ba', 'c']);
  expect(keys(move(form, { section: 0, field: 1 }, { section: 1, field: 0 }))).toEqual(['a', 'bc']);
  expect(move(form, { section: 0, field: 9 }, { section: 1, field: 0 })).toBe(form);
  expect(keys(form)).toEqual(['ab', 'c']);
});

test('what reads a field follows its new key', () => {
  const after = set(form, { section: 0, field: 0 }, { key: 'z' });
  expect(after.sections[0]?.fields[1]?.show_when).toBe('field.z && field.ab');
  expect(after.sections[1]?.fields[0]?.require_when).toBe('field.z');
  expect(after.checks?.[0]).toMatchObject({ expression: 'field.z || field.b', at: 'z' });
});

test('a key that another field has too keeps its readers', () => {
  const twice = set(form, { section: 0, field: 1 }, { key: 'a' });
  expect(set(twice, { section: 0, field: 1 }, { key: 'new' }).checks?.[0]?.at).toBe('a');
});

test('sections come, go and change places', () => {
  expect(keys(addSection(form, label))).toEqual(['ab', 'c', '']);
  expect(keys(removeSection(form, 0))).toEqual(['c']);
  expect(keys(moveSection(form, 1, 0))).toEqual(['c', 'ab']);
  expect(moveSection(form, 0, -1)).toBe(form);
});

test('new keys are free and findings are told at their field', () => {
  expect(freeKey(form, 'a')).toBe('a_2');
  expect(freeKey(form, 'text')).toBe('text');
  const finding = (path: string) => ({ severity: 'error' as const, path, message: '' });
  const found = [finding('/sections/0/fields/1/key'), finding('/sections/0/fields/10'), finding('/sections/0/fields/1')];
  expect(findingsAt(found, pointer({ section: 0, field: 1 }))).toEqual([found[0], found[2]]);
  expect(placeOf('/sections/2/fields/10/label/en')).toEqual({ section: 2, field: 10 });
  expect(placeOf('/title')).toBeNull();
});

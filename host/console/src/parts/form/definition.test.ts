import { expect, test } from 'vitest';
import { type Field, isRequired, type Layout, toSend } from './definition';

const label = { 'zh-CN': '', en: '' };
const field = (key: string, more: Partial<Field> = {}): Field => ({ key, label, control: { type: 'text' }, ...more });
const shown = field('photos', { show_when: 'field.reason == "quality"', required: true });
const layout: Layout = { key: 'f', version: 1, title: label, sections: [{ title: label, fields: [field('reason'), shown, field('note')] }] };

test('what is not asked any more is not sent, nor what is empty', () => {
  expect(toSend(layout, { reason: 'quality', photos: [1], note: ' ' })).toEqual({ reason: 'quality', photos: [1] });
  expect(toSend(layout, { reason: 'other', photos: [1], note: 'x', unknown: 1 })).toEqual({ reason: 'other', note: 'x' });
});

test('a question is required when it is shown, or on its own condition', () => {
  expect(isRequired(shown, { reason: 'quality' })).toBe(true);
  expect(isRequired(field('x', { require_when: 'field.reason == "quality"' }), { reason: 'quality' })).toBe(true);
  expect(isRequired(field('x', { require_when: 'field.reason == "quality"' }), { reason: 'other' })).toBe(false);
  expect(isRequired({ ...shown, show_when: 'order.paid > 5' }, {})).toBe(false);
});

import { expect, test } from 'vitest';
import type { Schemas } from '../../../api/client';
import { option, spread } from './option';

const column = (key: string, kind: Schemas['ReportColumn']['kind']): Schemas['ReportColumn'] => ({ key, kind, label: key, unit: kind === 'measure' ? 'count' : 'text' });
const read = (value: unknown) => String(value);
const result = (chart: Schemas['ReportChart'], rows: unknown[][]) =>
  ({ chart, rows, columns: [column('category', 'dimension'), column('reason', 'dimension'), column('tickets', 'measure')], currency: 'CNY' }) as unknown as Schemas['ReportResult'];
const rows = [['food', 'late', 2], ['food', 'broken', 1], ['toys', 'late', 3]];

test('the second kind of rows becomes the series, with gaps where there is nothing', () => {
  expect(spread(result('bar', rows), read)).toMatchObject({ places: ['food', 'toys'], series: [{ name: 'late', data: [2, 3] }, { name: 'broken', data: [1, null] }] });
});

test('a pie has a slice for every row, also of two kinds', () => {
  expect(option(result('pie', rows), read, '#000')).toMatchObject({
    series: [{ data: [{ name: 'food / late', value: 2 }, { name: 'food / broken', value: 1 }, { name: 'toys / late', value: 3 }] }],
  });
});

test('many series stand upon one another', () => {
  const many = ['a', 'b', 'c', 'd', 'e'].map((reason, at) => ['food', reason, at + 1]);
  const stacks = (drawn: unknown) => (drawn as { series: { stack?: string }[] }).series.map(({ stack }) => stack);
  expect(stacks(option(result('bar', many), read, '#000'))).toEqual(Array.from({ length: 5 }, () => 'count'));
  expect(stacks(option(result('bar', rows), read, '#000'))).toEqual([undefined, undefined]);
});

test('where one measure is drawn at a time, it is the chosen one', () => {
  const two = { ...result('bar', rows.map(([...row]) => [...row, Number(row[2]) * 10])), columns: [...result('bar', []).columns, column('minor', 'measure')] };
  expect(spread(two, read, 1).series).toMatchObject([{ data: [20, 30] }, { data: [10, null] }]);
  expect(option({ ...two, chart: 'pie' }, read, '#000', 1)).toMatchObject({ series: [{ data: [{ value: 20 }, { value: 10 }, { value: 30 }] }] });
});

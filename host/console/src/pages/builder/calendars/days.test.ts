import { expect, test } from 'vitest';
import { dayOf, monthOf } from './days';

const calendar = {
  name: 'office',
  zone: 'Asia/Shanghai',
  weeks: [
    { weekdays: [1, 2, 3, 4, 5], open: [{ from: '13:00', until: '18:00' }] },
    { weekdays: [1], open: [{ from: '09:00', until: '12:00' }], last: '2026-10-31' },
  ],
  days: [
    { name: '国庆节', first: '2026-10-01', last: '2026-10-07' },
    { name: '国庆节调休', first: '2026-10-10', open: [{ from: '09:00', until: '12:00' }] },
  ],
};

test('special days decide alone, weekday rows add up while they hold', () => {
  expect(dayOf(calendar, '2026-10-05')).toMatchObject({ kind: 'holiday', name: '国庆节', open: [] });
  expect(dayOf(calendar, '2026-10-10')).toMatchObject({ kind: 'make_up', open: [{ from: '09:00' }] });
  expect(dayOf(calendar, '2026-10-11').kind).toBe('closed');
  expect(dayOf(calendar, '2026-10-12').open.map(({ from }) => from)).toEqual(['09:00', '13:00']);
  expect(dayOf(calendar, '2026-11-02').open.map(({ from }) => from)).toEqual(['13:00']);
});

test('a month is whole weeks from Monday', () => {
  const weeks = monthOf(calendar, 2026, 10);
  expect(weeks).toHaveLength(5);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks[0]?.[3]?.date).toBe('2026-10-01');
  expect(weeks[0]?.[2]).toBeNull();
  expect(monthOf(calendar, 2024, 2).flat().filter(Boolean)).toHaveLength(29);
});

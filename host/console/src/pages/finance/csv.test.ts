import { expect, test } from 'vitest';
import { csv, totals } from './csv';

test('cells are quoted where they must be, and formulas are text', () => {
  expect(csv([['a', 'b,c'], ['"x"', '=1+1']])).toBe('a,"b,c"\r\n"""x""",\'=1+1\r\n');
});

test('currencies are not added to one another', () => {
  expect(totals([{ minor: 1, currency: 'CNY' }, { minor: 5, currency: 'USD' }, { minor: 2, currency: 'CNY' }])).toEqual([
    { minor: 3, currency: 'CNY' },
    { minor: 5, currency: 'USD' },
  ]);
});

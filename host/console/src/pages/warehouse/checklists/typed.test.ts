import { expect, test } from 'vitest';
import { codeFor, partsOf, typedOf } from './typed';

test('parts have codes although nobody types them', () => {
  expect(codeFor('Water filter', new Set())).toBe('water_filter');
  expect(codeFor('Water filter', new Set(['water_filter']))).toBe('water_filter_1');
  expect(codeFor('滤网组件', new Set(['part_1']))).toBe('part_2');
});

test('a part keeps its code when its name changes, and its price to the cent', () => {
  const parts = partsOf([{ name: '滤网组件', quantity: 1, price: '35.00' }, { code: 'hose', name: '水管', quantity: 2, price: '' }], 'CNY');
  expect(parts).toEqual([
    { code: 'part_1', name: '滤网组件', quantity: 1, price: { minor: 3500, currency: 'CNY' } },
    { code: 'hose', name: '水管', quantity: 2, price: { minor: 0, currency: 'CNY' } },
  ]);
  expect(partsOf(typedOf(parts), 'CNY')).toEqual(parts);
});

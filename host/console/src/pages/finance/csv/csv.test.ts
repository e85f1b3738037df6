import { expect, test } from 'vitest';
import { csv, decode, readCsv } from './csv';

test('cells are quoted where they must be, and formulas are text', () => {
  expect(csv([['a', 'b,c'], ['"x"', '=1+1']])).toBe('a,"b,c"\r\n"""x""",\'=1+1\r\n');
});

test('what was written is read again', () => {
  const rows = [['a', 'b,c', 'two\nlines'], ['"x"', '', 'ä']];
  expect(readCsv(csv(rows))).toEqual(rows);
  expect(readCsv('\uFEFFa,b\n\n`rfi_1,\t2.50\r\n')).toEqual([
    ['a', 'b'],
    ['rfi_1', '2.50'],
  ]);
});

test('a statement in the encoding of Chinese banks is read as well', () => {
  expect(decode(new TextEncoder().encode('退款').buffer)).toBe('退款');
  expect(decode(new Uint8Array([0xcd, 0xcb, 0xbf, 0xee]).buffer)).toBe('退款');
});

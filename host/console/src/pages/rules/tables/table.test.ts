import { expect, test } from 'vitest';
import { addInput, addOutput, cellOf, changeRow, copyRow, insertRow, moveRow, removeInput, removeRow, rowOf, type Table, tableOf, writeCell } from './table';

const table: Table = {
  hook: 'refund-approval',
  inputs: [{ label: '金额', expression: 'request.amount', type: 'money' }],
  outputs: ['verdict'],
  rows: [
    { id: 'small', when: ['<= 50'], then: ['approve'] },
    { id: 'row_3', when: ['> 50'], then: ['needs_approval'] },
  ],
};

test('rows come, go and change places, and keep their own ids', () => {
  expect(insertRow(table, 1).rows.map(({ id }) => id)).toEqual(['small', 'row_4', 'row_3']);
  expect(copyRow(table, 0).rows[1]).toEqual({ id: 'row_4', when: ['<= 50'], then: ['approve'] });
  expect(moveRow(table, 0, 1).rows.map(({ id }) => id)).toEqual(['row_3', 'small']);
  expect(moveRow(table, 1, 2)).toBe(table);
  expect(removeRow(table, 0).rows).toHaveLength(1);
  expect(changeRow(table, 0, { note: 'x' }).rows[0]?.note).toBe('x');
});

test('a column brings a cell to every row and takes it away again', () => {
  const wide = addOutput(addInput(table, { expression: 'ticket.kind', type: 'text' }), 'role');
  expect(wide.rows[0]).toEqual({ id: 'small', when: ['<= 50', '-'], then: ['approve', ''] });
  expect(removeInput(wide, 0).rows[1]?.when).toEqual(['-']);
  expect(writeCell(wide, { row: 1, part: 'then', column: 1 }, 'supervisor').rows[1]?.then).toEqual(['needs_approval', 'supervisor']);
});

test('findings name their cell or row', () => {
  expect(cellOf('/rows/2/when/1')).toEqual({ row: 2, part: 'when', column: 1 });
  expect(cellOf('/rows/2')).toBeNull();
  expect(rowOf('/rows/12/then/0')).toBe(12);
  expect(rowOf('/inputs/0')).toBeNull();
});

test('what is no table is edited otherwise', () => {
  expect(tableOf({ hook: 'routing' })).toEqual({ hook: 'routing', inputs: [], outputs: [], rows: [] });
  expect(tableOf({})).toBeNull();
  expect(tableOf(null)).toBeNull();
});

/** A column of conditions. */
export interface Input {
  label?: string;
  expression: string;
  type: string;
  currency?: string | null;
}

/** A rule of a table. */
export interface Row {
  id: string;
  when: string[];
  then: string[];
  note?: string;
  condition?: string;
  priority?: number;
  enabled?: boolean;
}

/** A decision table as the stock plugin keeps it; what is not edited here stays as it is. */
export interface Table {
  hook: string;
  hit?: string;
  currency?: string | null;
  inputs: Input[];
  outputs: string[];
  rows: Row[];
}

/** The settings of the plugin as a table; null for what is none. */
export function tableOf(value: unknown): Table | null {
  if (typeof value !== 'object' || value === null) return null;
  const { hook, inputs = [], outputs = [], rows = [] } = value as Partial<Table>;
  if (typeof hook !== 'string' || !Array.isArray(inputs) || !Array.isArray(outputs) || !Array.isArray(rows)) return null;
  return { ...(value as Table), inputs, outputs, rows };
}

/** A place in the grid: a row, and a column among those of conditions or of answers. */
export interface Cell {
  row: number;
  part: 'when' | 'then';
  column: number;
}

/** An id that no row has yet; it stays with its row, for explanations and coverage name it. */
export function freeId(rows: readonly Row[]): string {
  let number = rows.length + 1;
  while (rows.some(({ id }) => id === `row_${number}`)) number += 1;
  return `row_${number}`;
}

/** A row in which every condition fits anything and nothing follows. */
export const emptyRow = (table: Table): Row => ({ id: freeId(table.rows), when: table.inputs.map(() => '-'), then: table.outputs.map(() => '') });

const withRows = (table: Table, rows: Row[]): Table => ({ ...table, rows });

export const insertRow = (table: Table, at: number, row: Row = emptyRow(table)) => withRows(table, table.rows.toSpliced(at, 0, row));
export const copyRow = (table: Table, at: number) => {
  const row = table.rows[at];
  return row ? insertRow(table, at + 1, { ...row, id: freeId(table.rows) }) : table;
};
export const removeRow = (table: Table, at: number) => withRows(table, table.rows.toSpliced(at, 1));
export const changeRow = (table: Table, at: number, change: Partial<Row>) => withRows(table, table.rows.map((row, place) => (place === at ? { ...row, ...change } : row)));

/** Moves a row to another place; the order counts where the topmost row that fits is taken. */
export function moveRow(table: Table, from: number, to: number): Table {
  const row = table.rows[from];
  if (!row || to < 0 || to >= table.rows.length) return table;
  return withRows(table, table.rows.toSpliced(from, 1).toSpliced(to, 0, row));
}

export const writeCell = (table: Table, { row, part, column }: Cell, text: string) =>
  withRows(table, table.rows.map((one, at) => (at === row ? { ...one, [part]: one[part].with(column, text) } : one)));

/** Another column of conditions, which fits anything in the rows that are there. */
export const addInput = (table: Table, input: Input): Table => ({ ...table, inputs: [...table.inputs, input], rows: table.rows.map((row) => ({ ...row, when: [...row.when, '-'] })) });
export const changeInput = (table: Table, at: number, input: Input): Table => ({ ...table, inputs: table.inputs.with(at, input) });
export const removeInput = (table: Table, at: number): Table => ({
  ...table,
  inputs: table.inputs.toSpliced(at, 1),
  rows: table.rows.map((row) => ({ ...row, when: row.when.toSpliced(at, 1) })),
});

/** Another column of the answer, empty in the rows that are there. */
export const addOutput = (table: Table, name: string): Table => ({ ...table, outputs: [...table.outputs, name], rows: table.rows.map((row) => ({ ...row, then: [...row.then, ''] })) });
export const removeOutput = (table: Table, at: number): Table => ({
  ...table,
  outputs: table.outputs.toSpliced(at, 1),
  rows: table.rows.map((row) => ({ ...row, then: row.then.toSpliced(at, 1) })),
});

/** Which cell a finding is about, by its JSON pointer; null for the whole table or a whole row. */
export function cellOf(pointer: string): Cell | null {
  const found = /^\/rows\/(\d+)\/(when|then)\/(\d+)/.exec(pointer);
  return found ? { row: Number(found[1]), part: found[2] as Cell['part'], column: Number(found[3]) } : null;
}

/** Which row a finding is about. */
export function rowOf(pointer: string): number | null {
  const found = /^\/rows\/(\d+)/.exec(pointer);
  return found ? Number(found[1]) : null;
}

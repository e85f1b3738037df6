import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Popconfirm, Switch, theme } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useChoices } from './choices';
import { type Cell, cellOf, changeRow, copyRow, insertRow, moveRow, removeOutput, removeRow, rowOf, type Table, writeCell } from './table';

const place = ({ row, part, column }: Cell) => `${row} ${part} ${column}`;

/** The table itself: a heading for each column, a rule in each row, and at each cell what is wrong with it. Enter goes down, and adds a row at the end. */
export function Grid({
  table,
  findings,
  disabled,
  onChange,
  onColumn,
}: {
  table: Table;
  findings: Schemas['TableFinding'][];
  disabled: boolean;
  onChange: (table: Table) => void;
  /** Opens a column of conditions. */
  onColumn: (at: number) => void;
}) {
  const { t } = useTranslation('rules');
  const { token } = theme.useToken();
  const grid = useRef<HTMLTableElement>(null);
  const choices = useChoices(table.outputs);
  const ranked = table.hit === 'priority';
  const cells = new Map<string, string>();
  const rows = new Map<number, string>();
  for (const { severity, pointer, message } of findings) {
    if (severity !== 'error') continue;
    const cell = cellOf(pointer);
    if (cell) cells.set(place(cell), message);
    else if (rowOf(pointer) !== null) rows.set(rowOf(pointer) ?? 0, message);
  }
  const focus = (at: string) => requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-cell="${at}"]`)?.focus());
  const keys = (cell: Cell) => (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    if (step === 0 || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const row = cell.row + step;
    if (event.key === 'Enter' && row === table.rows.length && !disabled) onChange(insertRow(table, row));
    focus(place({ ...cell, row }));
  };
  const input = (cell: Cell, label: string, value: string, output?: string) => {
    const wrong = cells.get(place(cell));
    const word = output && choices.get(output)?.find((one) => one.value === value)?.label;
    return (
      <>
        <Input
          size="small"
          data-cell={place(cell)}
          list={output && choices.get(output)?.length ? `table-${output}` : undefined}
          suffix={word ? <small>{word}</small> : undefined}
          aria-label={t('tables.cell', { row: cell.row + 1, column: label })}
          aria-invalid={wrong ? true : undefined}
          status={wrong ? 'error' : ''}
          disabled={disabled}
          value={value}
          onKeyDown={keys(cell)}
          onChange={({ target }) => onChange(writeCell(table, cell, target.value))}
          style={{ minWidth: 110 }}
        />
        {wrong ? (
          <div role="alert" style={{ color: token.colorErrorText, maxWidth: 220 }}>
            {wrong}
          </div>
        ) : null}
      </>
    );
  };
  const known = [...choices].filter(([, list]) => list.length > 0);
  const head = { padding: 6, textAlign: 'start', background: token.colorFillAlter, borderBottom: `1px solid ${token.colorBorderSecondary}` } as const;
  const cell = { padding: 4, verticalAlign: 'top', borderBottom: `1px solid ${token.colorBorderSecondary}` } as const;
  return (
    <div style={{ overflowX: 'auto' }}>
      {known.map(([name, list]) => (
        <datalist key={name} id={`table-${name}`}>
          {list.map(({ value, label }) => (
            <option key={value} value={value} label={label} />
          ))}
        </datalist>
      ))}
      <table ref={grid} style={{ borderCollapse: 'collapse', minWidth: '100%' }}>
        <thead>
          <tr>
            <th style={head} scope="col">
              #
            </th>
            {table.inputs.map(({ label, expression, type }, at) => (
              <th key={at} style={head} scope="col">
                <Button type="text" size="small" disabled={disabled} icon={<EditOutlined aria-hidden />} onClick={() => onColumn(at)} title={expression}>
                  {label || expression}
                </Button>
                <div>
                  <small>{t(`tables.types.${type}`, { defaultValue: type })}</small>
                </div>
              </th>
            ))}
            {table.outputs.map((name, at) => (
              <th key={name} style={{ ...head, ...(at === 0 ? { borderInlineStart: `2px solid ${token.colorBorder}` } : {}) }} scope="col">
                <Flex align="center" gap={2}>
                  <span>{t(`tables.outputs.${name}`, { defaultValue: name })}</span>
                  {disabled ? null : (
                    <Popconfirm title={t('tables.drop_column_ask')} onConfirm={() => onChange(removeOutput(table, at))}>
                      <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('tables.drop_output', { name: t(`tables.outputs.${name}`, { defaultValue: name }) })} />
                    </Popconfirm>
                  )}
                </Flex>
              </th>
            ))}
            {ranked ? <th style={head} scope="col">{t('tables.priority')}</th> : null}
            <th style={head} scope="col">{t('tables.note')}</th>
            <th style={head} scope="col">{t('tables.on')}</th>
            <th style={head} scope="col">{t('tables.acts')}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={row.id}>
              <th style={{ ...cell, textAlign: 'start' }} scope="row" title={row.id}>
                {at + 1}
                {rows.has(at) ? (
                  <div role="alert" style={{ color: token.colorErrorText, maxWidth: 160, fontWeight: 'normal' }}>
                    {rows.get(at)}
                  </div>
                ) : null}
              </th>
              {table.inputs.map(({ label, expression }, column) => (
                <td key={column} style={cell}>
                  {input({ row: at, part: 'when', column }, label || expression, row.when[column] ?? '')}
                </td>
              ))}
              {table.outputs.map((name, column) => (
                <td key={name} style={{ ...cell, ...(column === 0 ? { borderInlineStart: `2px solid ${token.colorBorder}` } : {}) }}>
                  {input({ row: at, part: 'then', column }, t(`tables.outputs.${name}`, { defaultValue: name }), row.then[column] ?? '', name)}
                </td>
              ))}
              {ranked ? (
                <td style={cell}>
                  <Input size="small" inputMode="numeric" style={{ width: 70 }} disabled={disabled} aria-label={t('tables.cell', { row: at + 1, column: t('tables.priority') })} value={String(row.priority ?? 0)} onChange={({ target }) => onChange(changeRow(table, at, { priority: Number(target.value.replaceAll(/[^\d-]/g, '')) || 0 }))} />
                </td>
              ) : null}
              <td style={cell}>
                <Input size="small" style={{ minWidth: 180 }} disabled={disabled} aria-label={t('tables.cell', { row: at + 1, column: t('tables.note') })} value={row.note ?? ''} onChange={({ target }) => onChange(changeRow(table, at, { note: target.value }))} />
                {row.condition ? <small>{t('tables.also', { condition: row.condition })}</small> : null}
              </td>
              <td style={cell}>
                <Switch size="small" disabled={disabled} aria-label={t('tables.cell', { row: at + 1, column: t('tables.on') })} checked={row.enabled ?? true} onChange={(enabled) => onChange(changeRow(table, at, { enabled }))} />
              </td>
              <td style={cell}>
                <Flex gap={2}>
                  <Button type="text" size="small" disabled={disabled || at === 0} icon={<ArrowUpOutlined aria-hidden />} aria-label={t('tables.up', { row: at + 1 })} onClick={() => onChange(moveRow(table, at, at - 1))} />
                  <Button type="text" size="small" disabled={disabled || at === table.rows.length - 1} icon={<ArrowDownOutlined aria-hidden />} aria-label={t('tables.down', { row: at + 1 })} onClick={() => onChange(moveRow(table, at, at + 1))} />
                  <Button type="text" size="small" disabled={disabled} icon={<CopyOutlined aria-hidden />} aria-label={t('tables.copy', { row: at + 1 })} onClick={() => onChange(copyRow(table, at))} />
                  <Button type="text" size="small" danger disabled={disabled} icon={<DeleteOutlined aria-hidden />} aria-label={t('tables.drop', { row: at + 1 })} onClick={() => onChange(removeRow(table, at))} />
                </Flex>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {disabled ? null : (
        <Button style={{ marginTop: 8 }} icon={<PlusOutlined aria-hidden />} onClick={() => onChange(insertRow(table, table.rows.length))}>
          {t('tables.add_row')}
        </Button>
      )}
    </div>
  );
}

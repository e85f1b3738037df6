import { Alert, Button, Flex, Select, Upload } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { ProblemAlert } from '../../../parts/problem';
import { every } from '../common/every';
import { decode, readCsv } from '../csv/csv';
import { type Columns, compare, guess } from './compare';
import { Lines } from './lines';

const COLUMNS = ['id', 'amount', 'reference', 'outcome'] as const;

/** Holds a gateway's or bank's statement against what is booked here. The file is read in the browser and sent nowhere. */
export function Statement() {
  const { t } = useTranslation('finance');
  const { t: common } = useTranslation();
  const [name, setName] = useState('');
  const [rows, setRows] = useState<string[][]>([]);
  const [columns, setColumns] = useState<Columns>();
  const [booked, setBooked] = useState<Schemas['RefundInstruction'][]>();
  const [loaded, setLoaded] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController>(null);
  const [head = [], ...body] = rows;
  const load = async () => {
    const { signal } = (stop.current = new AbortController());
    setLoaded(0);
    setError(null);
    try {
      setBooked(await every(undefined, signal, setLoaded));
    } catch (failed) {
      if (!signal.aborted) setError(failed);
    } finally {
      setLoaded(null);
    }
  };
  const read = async (file: File) => {
    const found = readCsv(decode(await file.arrayBuffer()));
    setName(file.name);
    setRows(found);
    setColumns(guess(found[0] ?? []));
    await load();
  };
  const result = useMemo(() => (columns && booked && columns.id + columns.reference > -2 && columns.amount >= 0 ? compare(rows.slice(1), columns, booked) : undefined), [rows, columns, booked]);
  return (
    <Flex vertical gap="small">
      <Alert type="info" showIcon title={t('advice.statement')} />
      <Flex gap="small" align="center" wrap>
        <Upload accept=".csv,.txt,text/csv" showUploadList={false} beforeUpload={(file) => (void read(file), false)}>
          <Button type={rows.length > 0 ? 'default' : 'primary'}>{t('statement.choose')}</Button>
        </Upload>
        {name ? <span>{t('statement.file', { name, count: body.length })}</span> : null}
        {loaded != null ? (
          <>
            <span role="status">{t('statement.loading', { count: loaded })}</span>
            <Button onClick={() => stop.current?.abort()}>{common('actions.cancel')}</Button>
          </>
        ) : null}
      </Flex>
      {error ? <ProblemAlert error={error} retry={() => void load()} /> : null}
      {columns && rows.length > 0 ? (
        <Flex gap="middle" wrap>
          {COLUMNS.map((column) => (
            <Flex key={column} vertical>
              <label htmlFor={`column-${column}`}>{t(`statement.column.${column}`)}</label>
              <Select
                id={`column-${column}`}
                style={{ width: 200 }}
                value={columns[column]}
                onChange={(at: number) => setColumns({ ...columns, [column]: at })}
                options={[{ value: -1, label: t('statement.no_column') }, ...head.map((title, at) => ({ value: at, label: title || String(at + 1) }))]}
              />
            </Flex>
          ))}
        </Flex>
      ) : null}
      {columns && rows.length > 0 && !result && loaded == null && !error ? <Alert type="warning" showIcon title={t('statement.which')} /> : null}
      {result ? <Lines lines={result.lines} missing={result.missing} again={() => void load()} /> : null}
    </Flex>
  );
}

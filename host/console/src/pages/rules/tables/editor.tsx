import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Collapse, Flex, Select, Typography, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { handOver } from '../../../parts/download';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { useSettled } from '../../../parts/use_settled';
import { ColumnDialog } from './columns';
import { Grid } from './grid';
import { HITS, OUTPUTS } from './known';
import { addInput, addOutput, changeInput, removeInput, type Table } from './table';

/** The API takes tables as free objects. */
const asBody = (table: Table) => table as unknown as Record<string, never>;

/**
 * A decision table as a spreadsheet: what is typed is checked by the server as one types, rows come from and go to spreadsheets, and what is
 * saved are the settings of the rule.
 */
export function TableEditor({ table, disabled, onChange }: { table: Table; disabled: boolean; onChange: (table: Table) => void }) {
  const { t } = useTranslation('rules');
  const { failed, done } = useTell();
  const [column, setColumn] = useState<number | 'new' | null>(null);
  const [dropped, setDropped] = useState<string[]>([]);
  const settled = useSettled(table);
  const check = api.useQuery('post', '/api/v1/tables/check', { body: asBody(settled) }, { placeholderData: (before) => before, retry: false });
  const load = api.useMutation('post', '/api/v1/tables/import');
  const write = api.useMutation('post', '/api/v1/tables/export');
  const findings = check.data?.findings ?? [];
  const counted = (severity: string) => findings.filter((one) => one.severity === severity).length;
  const read = async (file: File) => {
    const jdm = file.name.endsWith('.json');
    try {
      const text = await file.text();
      const body = jdm
        ? { format: 'jdm' as const, hook: table.hook, content: JSON.parse(text) as Record<string, never>, ...(table.currency ? { currency: table.currency } : {}) }
        : { format: 'csv' as const, table: asBody(table), content: text };
      const found = await load.mutateAsync({ body });
      setDropped(found.dropped);
      onChange({ ...table, ...(found.table as unknown as Table) });
      done(t('tables.read', { name: file.name }));
    } catch (error) {
      failed(error);
    }
  };
  const save = (format: 'csv' | 'jdm') =>
    write.mutate(
      { body: { format, table: asBody(table) } },
      {
        onError: failed,
        onSuccess: ({ content, dropped: left }) => {
          setDropped(left);
          const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
          handOver(new Blob([text], { type: format === 'csv' ? 'text/csv' : 'application/json' }), `table.${format === 'csv' ? 'csv' : 'json'}`);
        },
      },
    );
  const others = (OUTPUTS[table.hook] ?? []).filter((name) => !table.outputs.includes(name));
  const opened = typeof column === 'number' ? (table.inputs[column] ?? null) : null;
  return (
    <Flex vertical gap="middle" component="section" aria-label={t('tables.title')}>
      <Flex gap="small" wrap align="center">
        <Select
          aria-label={t('tables.hit')}
          style={{ minWidth: 260 }}
          disabled={disabled}
          value={table.hit ?? 'first'}
          options={HITS.map((value) => ({ value, label: t(`tables.hits.${value}`) }))}
          onChange={(hit) => onChange({ ...table, hit })}
        />
        {disabled ? null : (
          <>
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => setColumn('new')}>
              {t('tables.add_column')}
            </Button>
            <Select<string>
              aria-label={t('tables.add_output')}
              placeholder={t('tables.add_output')}
              style={{ minWidth: 170 }}
              value={null}
              options={others.map((value) => ({ value, label: t(`tables.outputs.${value}`, { defaultValue: value }) }))}
              onChange={(name) => onChange(addOutput(table, name))}
            />
            <Upload
              accept=".csv,.tsv,.txt,.json"
              showUploadList={false}
              beforeUpload={(file) => {
                void read(file);
                return false;
              }}
            >
              <Button icon={<UploadOutlined aria-hidden />} loading={load.isPending}>
                {t('tables.import')}
              </Button>
            </Upload>
          </>
        )}
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => save('csv')}>
          {t('tables.export')}
        </Button>
        <Button onClick={() => save('jdm')}>{t('tables.export_jdm')}</Button>
      </Flex>
      {dropped.length > 0 ? <Alert type="warning" showIcon closable={{ onClose: () => setDropped([]) }} title={t('tables.dropped')} description={dropped.join('; ')} /> : null}
      <Grid table={table} findings={table === settled ? findings : []} disabled={disabled} onChange={onChange} onColumn={setColumn} />
      {check.error ? <ProblemAlert error={check.error} /> : null}
      <Flex vertical gap={4} role="status">
        <Typography.Text strong>
          {findings.length === 0 ? t('tables.fine') : t('tables.found', { errors: counted('error'), warnings: counted('warning'), notes: counted('note') })}
        </Typography.Text>
        <ul style={{ margin: 0 }}>
          {findings.map(({ severity, pointer, message }) => (
            <li key={pointer + message}>
              {t(`tables.severity.${severity}`, { defaultValue: severity })}: {message}
            </li>
          ))}
        </ul>
      </Flex>
      <Collapse items={[{ key: 'help', label: t('tables.how'), children: <Help /> }]} />
      {column === null ? null : (
        <ColumnDialog
          input={opened}
          onClose={() => setColumn(null)}
          onRemove={
            typeof column === 'number'
              ? () => {
                  onChange(removeInput(table, column));
                  setColumn(null);
                }
              : null
          }
          onSave={(input) => {
            onChange(typeof column === 'number' ? changeInput(table, column, input) : addInput(table, input));
            setColumn(null);
          }}
        />
      )}
    </Flex>
  );
}

const CELLS = ['-', '50', 'damaged, wrong_item', '<= 50', '(50..500]', 'not(a, b)', 'missing', '7d'] as const;

/** How cells are written. */
function Help() {
  const { t } = useTranslation('rules');
  return (
    <ul style={{ margin: 0 }}>
      {CELLS.map((text, at) => (
        <li key={text}>
          <code>{text}</code> {t(`tables.cells.${at}`)}
        </li>
      ))}
    </ul>
  );
}

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Segmented, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Condition, type Fact, firstRow, operators, read, type Row, write } from './condition';

/** A condition as rows, or as the expression that the rows stand for. */
export function ConditionEditor({ label, value, facts, onChange }: {
  label: string;
  value: string;
  facts: Fact[];
  onChange: (expression: string) => void;
}) {
  const { t } = useTranslation('drawing');
  const condition = read(value);
  const [asText, setAsText] = useState(false);
  const rows = condition !== null && !asText;
  return (
    <Flex vertical gap="small" role="group" aria-label={label}>
      <Segmented
        size="small"
        aria-label={t('condition.how')}
        value={rows ? 'rows' : 'text'}
        options={[
          { value: 'rows', label: t('condition.rows'), disabled: condition === null },
          { value: 'text', label: t('condition.text') },
        ]}
        onChange={(how) => setAsText(how === 'text')}
      />
      {rows ? (
        <Rows condition={condition} facts={facts} onChange={(next) => onChange(write(next))} />
      ) : (
        <>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} aria-label={`${label} · ${t('condition.expression')}`} value={value} onChange={({ target }) => onChange(target.value)} />
          {condition === null ? <Typography.Text type="secondary">{t('condition.complex')}</Typography.Text> : null}
        </>
      )}
    </Flex>
  );
}

function Rows({ condition, facts, onChange }: { condition: Condition; facts: Fact[]; onChange: (condition: Condition) => void }) {
  const { t } = useTranslation('drawing');
  const { every, rows } = condition;
  const [first] = facts;
  const put = (at: number, row: Row) => onChange({ every, rows: rows.with(at, row) });
  return (
    <Flex vertical gap="small">
      {rows.length === 0 ? <Typography.Text type="secondary">{t('condition.always')}</Typography.Text> : null}
      {rows.length > 1 ? (
        <Select
          size="small"
          aria-label={t('condition.join')}
          value={every}
          options={[
            { value: true, label: t('condition.every') },
            { value: false, label: t('condition.any') },
          ]}
          onChange={(value) => onChange({ every: value, rows })}
        />
      ) : null}
      {rows.map((row, at) => (
        <RowInput key={at} row={row} facts={facts} onChange={(next) => put(at, next)} onRemove={() => onChange({ every, rows: rows.toSpliced(at, 1) })} />
      ))}
      {first ? (
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange({ every, rows: [...rows, firstRow(first)] })}>
          {t('condition.add')}
        </Button>
      ) : null}
    </Flex>
  );
}

function RowInput({ row, facts, onChange, onRemove }: { row: Row; facts: Fact[]; onChange: (row: Row) => void; onRemove: () => void }) {
  const { t } = useTranslation('drawing');
  const fact = facts.find(({ name }) => name === row.name);
  const known = fact ? operators(fact.kind) : [];
  const able = known.includes(row.operator) ? known : [row.operator, ...known];
  const names = fact ? facts : [{ name: row.name, label: row.name, kind: 'text' as const }, ...facts];
  return (
    <Flex gap={4} align="start">
      <Flex vertical gap={4} style={{ flex: 1, minWidth: 0 }}>
        <Select
          size="small"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('condition.fact')}
          value={row.name}
          options={names.map(({ name, label }) => ({ value: name, label }))}
          onChange={(name) => {
            const next = facts.find((one) => one.name === name);
            if (next) onChange(firstRow(next));
          }}
        />
        <Flex gap={4}>
          <Select
            size="small"
            style={{ width: 110, flex: 'none' }}
            aria-label={t('condition.operator')}
            value={row.operator}
            options={able.map((value) => ({ value, label: t(`condition.op.${value}`) }))}
            onChange={(operator) => onChange({ ...row, operator })}
          />
          <ValueInput row={row} fact={fact} onChange={(values) => onChange({ ...row, values })} />
        </Flex>
      </Flex>
      <Button size="small" type="text" aria-label={t('condition.remove')} icon={<DeleteOutlined />} onClick={onRemove} />
    </Flex>
  );
}

function ValueInput({ row, fact, onChange }: { row: Row; fact: Fact | undefined; onChange: (values: string[]) => void }) {
  const { t } = useTranslation('drawing');
  const shared = { size: 'small' as const, 'aria-label': t('condition.value'), style: { flex: 1, minWidth: 0 } };
  if (row.operator === 'yes' || row.operator === 'no') return null;
  if (row.operator === 'in') return <Select {...shared} mode="tags" value={row.values} options={fact?.options ?? []} onChange={onChange} />;
  if (row.kind === 'text' && fact?.options?.length) {
    return <Select {...shared} showSearch value={row.values[0]} options={fact.options} onChange={(value) => onChange([value])} />;
  }
  return (
    <Input
      {...shared}
      inputMode={row.kind === 'text' ? 'text' : 'decimal'}
      value={row.values[0] ?? ''}
      onChange={({ target }) => onChange([row.kind === 'number' ? target.value.replace(/[^\d.-]/g, '') : target.value])}
    />
  );
}

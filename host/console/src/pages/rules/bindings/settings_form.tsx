import { Collapse, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { SchemaForm } from '../../../parts/form/schema_form';
import { ProblemAlert } from '../../../parts/problem';
import { laddersOf } from './refund_tiers/ladder';
import { Ladders } from './refund_tiers/ladders';
import { MoneyWidget } from './refund_tiers/money_widget';
import { TableEditor } from '../tables/editor';
import { tableOf } from '../tables/table';

const money = { 'ui:widget': MoneyWidget };
/** Amounts of the stock plugin for refunds, which its schema can only call whole numbers. */
const REFUND_TIERS = {
  tiers: { 'ui:widget': 'hidden' },
  auto_approve: { items: { max_amount: { additionalProperties: money } } },
  inspection: { below: { additionalProperties: money } },
};

/** What the grid of a decision table shows already. */
const HIDDEN = { 'ui:widget': 'hidden' };
const TABLE = { inputs: HIDDEN, outputs: HIDDEN, rows: HIDDEN, hit: HIDDEN };

/** The settings of a plugin as its schema describes them; ladders of amounts and decision tables of the stock plugins as tables. */
export function SettingsForm({
  plugin,
  schema,
  value,
  error,
  disabled,
  onChange,
}: {
  plugin: string;
  schema: object;
  value: unknown;
  error?: unknown;
  disabled: boolean;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation('rules');
  const table = plugin === 'decision-table' ? tableOf(value) : null;
  if (table) {
    return (
      <Flex vertical gap="middle">
        {error ? <ProblemAlert error={error} /> : null}
        <TableEditor table={table} disabled={disabled} onChange={onChange} />
        <Collapse items={[{ key: 'more', label: t('tiers.more'), children: <SchemaForm schema={schema} ui={TABLE} value={value} disabled={disabled} onChange={onChange} /> }]} />
      </Flex>
    );
  }
  const ladders = plugin === 'refund-tiers' ? laddersOf(value) : null;
  if (!ladders) return <SchemaForm schema={schema} value={value} error={error} disabled={disabled} onChange={onChange} />;
  const form = <SchemaForm schema={schema} ui={REFUND_TIERS} value={value} disabled={disabled} onChange={onChange} />;
  return (
    <Flex vertical gap="middle">
      {/* Above whatever of it is folded away. */}
      {error ? <ProblemAlert error={error} /> : null}
      <Ladders ladders={ladders} disabled={disabled} onChange={(tiers) => onChange({ ...(value as object), tiers })} />
      <Collapse items={[{ key: 'more', label: t('tiers.more'), children: form }]} />
    </Flex>
  );
}

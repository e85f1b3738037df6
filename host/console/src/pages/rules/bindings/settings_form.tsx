import { Collapse, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { SchemaForm } from '../../../parts/form/schema_form';
import { ProblemAlert } from '../../../parts/problem';
import { laddersOf } from './refund_tiers/ladder';
import { Ladders } from './refund_tiers/ladders';
import { MoneyWidget } from './refund_tiers/money_widget';

const money = { 'ui:widget': MoneyWidget };
/** Amounts of the stock plugin for refunds, which its schema can only call whole numbers. */
const REFUND_TIERS = {
  tiers: { 'ui:widget': 'hidden' },
  auto_approve: { items: { max_amount: { additionalProperties: money } } },
  inspection: { below: { additionalProperties: money } },
};

/** The settings of a plugin as its schema describes them; the ladder of amounts of the stock plugin as a table. */
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

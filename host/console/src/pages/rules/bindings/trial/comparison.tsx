import { Alert, Empty, Flex, Select, Spin, Statistic, Table } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { useFilters } from '../../../../parts/filters';
import { Money } from '../../../../parts/money';
import { ProblemAlert } from '../../../../parts/problem';
import { State } from '../../../../parts/status';
import { useValue } from '../../../../words/use';
import { Ending } from '../../ending';
import { Cases } from './cases';
import { differs, gained, passing } from './divergence';

type Heap = Schemas['Heap'];
const DAYS = [1, 7, 30, 90];
const FILTERS = ['days'] as const;

/** What a shadow would have decided otherwise: how often, how much money, and which tickets. */
export function Comparison({ binding, against }: { binding: Schemas['BindingWithPlugin']; against: string }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  const [filters, set] = useFilters(FILTERS);
  const days = DAYS.find((one) => String(one) === filters.days) ?? 30;
  const since = useMemo(() => dayjs().subtract(days, 'day').startOf('minute').toISOString(), [days]);
  const found = api.useQuery('get', '/api/v1/bindings/{id}/divergence', { params: { path: { id: binding.id }, query: { since } } });
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Spin />;
  const { decisions, diverged, heaps } = found.data;
  const money = passing(heaps);
  const more = gained(money).filter(({ minor }) => minor !== 0);
  return (
    <section aria-label={t('bindings.trial.compare')}>
      <Flex vertical gap="middle">
        <Flex gap="small" align="center" wrap justify="space-between">
          <h2 className="h">{t('bindings.trial.compare')}</h2>
          <Select aria-label={t('period')} value={days} onChange={(next) => set({ days: next === 30 ? null : next })} options={DAYS.map((value) => ({ value, label: t('last_days', { count: value }) }))} />
        </Flex>
        {decisions === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bindings.trial.nothing')} />
        ) : (
          <>
            <Flex gap="large" wrap>
              <Statistic title={t('bindings.trial.compared')} value={decisions} />
              <Statistic title={t('bindings.trial.diverged')} value={diverged} suffix={<small>{`(${Math.round((100 * diverged) / decisions)}%)`}</small>} />
              {binding.hook === 'refund-approval' ? (
                <>
                  <Statistic title={t('bindings.trial.passed')} formatter={() => <Amounts of={money.before} />} value={0} />
                  <Statistic title={t('bindings.trial.would_pass')} formatter={() => <Amounts of={money.after} />} value={0} />
                </>
              ) : null}
            </Flex>
            {more.length > 0 ? (
              <Alert
                type={more.some(({ minor }) => minor > 0) ? 'warning' : 'info'}
                showIcon
                role="status"
                title={<>{t(more.some(({ minor }) => minor > 0) ? 'bindings.trial.more' : 'bindings.trial.less')} <Amounts of={more.map(({ minor, currency }) => ({ minor: Math.abs(minor), currency }))} /></>}
              />
            ) : null}
            <Table<Heap>
              size="middle"
              rowKey={({ difference, before, after, amount_after }) => `${difference} ${before} ${after} ${amount_after?.currency ?? ''}`}
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={heaps.toSorted((a, b) => Number(differs(b)) - Number(differs(a)))}
              expandable={{
                rowExpandable: differs,
                expandedRowRender: (heap) => <Cases shadow={binding.id} counted={binding.replaces ?? null} heap={heap} />,
                expandRowByClick: true,
              }}
              columns={[
                { title: t('bindings.trial.difference'), dataIndex: 'difference', render: (difference: Schemas['Difference']) => <State colour={differs({ difference }) ? 'orange' : undefined}>{say('Difference', difference)}</State> },
                { title: t('bindings.trial.before', { name: against }), dataIndex: 'before', render: (label: string) => <Ending label={label} /> },
                { title: t('bindings.trial.after', { name: binding.key }), dataIndex: 'after', render: (label: string) => <Ending label={label} /> },
                { title: t('column.decisions'), dataIndex: 'decisions' },
                { title: t('column.amount'), dataIndex: 'amount_after', render: (amount: Schemas['Money'] | null) => <Money of={amount} /> },
              ]}
            />
          </>
        )}
      </Flex>
    </section>
  );
}

function Amounts({ of }: { of: Schemas['Money'][] }) {
  if (of.length === 0) return '–';
  return (
    <Flex component="span" gap="small" wrap style={{ display: 'inline-flex' }}>
      {of.map((amount) => (
        <Money key={amount.currency} of={amount} />
      ))}
    </Flex>
  );
}

import { DatePicker, Flex, Segmented, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { useLanguage, useValue } from '../../../words/use';
import { Rows } from '../common/rows';
import { dayOf, drawn, MEASURES } from './drawn';

// The drawing library is large, and most pages have no chart.
const Chart = lazy(() => import('../../../parts/chart/chart').then(({ Chart }) => ({ default: Chart })));
const FILTERS = ['from', 'to', 'measure'] as const;
/** Days that are shown when nobody chooses. */
const USUAL = 30;

/** What rules used, by day and plugin, as a drawing and as figures. */
export function UsageByPlugin() {
  const { t } = useTranslation('administration');
  const say = useValue();
  const language = useLanguage();
  const [filters, set] = useFilters(FILTERS);
  const measure = MEASURES.find((one) => one === filters.measure) ?? 'calls';
  const to = filters.to ?? dayjs().format('YYYY-MM-DD');
  const from = filters.from ?? dayjs().subtract(USUAL - 1, 'day').format('YYYY-MM-DD');
  const usage = api.useQuery('get', '/api/v1/usage', { params: { query: { from, to } } });
  const plugins = api.useQuery('get', '/api/v1/plugins');
  const names = useMemo(() => new Map(plugins.data?.items.map(({ id, name, version }) => [id, `${name} ${version}`])), [plugins.data]);
  // What was used and deleted since has its id alone.
  const called = useCallback((id: string) => names.get(id) ?? t('usage.deleted', { end: id.slice(-6) }), [names, t]);
  const option = useMemo(() => drawn(usage.data?.items ?? [], [from, to], measure, called), [usage.data, from, to, measure, called]);
  const number = (value: number) => <span className="number">{value.toLocaleString(language)}</span>;
  return (
    <>
      <Flex gap="small" wrap align="center">
        <DatePicker.RangePicker
          aria-label={t('usage.period')}
          allowClear={false}
          value={[dayjs(from), dayjs(to)]}
          onChange={(days) => set({ from: days?.[0]?.format('YYYY-MM-DD') ?? null, to: days?.[1]?.format('YYYY-MM-DD') ?? null })}
        />
        <Segmented aria-label={t('usage.measure')} value={measure} options={MEASURES.map((value) => ({ value, label: t(`usage.${value}`) }))} onChange={(next) => set({ measure: next === 'calls' ? null : next })} />
      </Flex>
      {usage.data && usage.data.items.length > 0 ? (
        <Suspense fallback={<Skeleton active />}>
          <Chart option={option} label={t('usage.chart', { measure: t(`usage.${measure}`), from, to })} />
        </Suspense>
      ) : null}
      <Rows
        query={usage}
        rowKey={({ day, plugin, purpose }) => `${day}/${plugin}/${purpose}`}
        empty={t('usage.empty')}
        columns={[
          { title: t('usage.day'), dataIndex: 'day', render: dayOf },
          { title: t('usage.plugin'), dataIndex: 'plugin', render: called },
          { title: t('usage.purpose'), dataIndex: 'purpose', render: (value: Schemas['UsagePurpose']) => say('UsagePurpose', value) },
          { title: t('usage.calls'), dataIndex: 'calls', align: 'right', render: number },
          { title: t('usage.faults'), dataIndex: 'faults', align: 'right', render: number },
          { title: t('usage.fuel'), dataIndex: 'fuel', align: 'right', render: number },
          { title: t('usage.duration_us'), dataIndex: 'duration_us', align: 'right', render: (value: number) => number(Math.round(value / 1_000)) },
        ]}
      />
    </>
  );
}

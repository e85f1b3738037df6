import { Alert, Empty, Flex, InputNumber, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { useLanguage } from '../../../words/use';
import { figure } from '../result/figure';
import { Ways } from '../ways';

const RULE = ['days', 'at_least', 'lift_percent', 'chance_ppm'] as const;
const STANDARD = { days: 30, at_least: 5, lift_percent: 200, chance_ppm: 1000 };

/** Products and batches that come back with a defect more often than chance explains. */
export function Defects() {
  const { t } = useTranslation('reports');
  const language = useLanguage();
  const [rule, set] = useFilters(RULE);
  const query = Object.fromEntries(Object.entries(rule).map(([name, value]) => [name, Number(value)]));
  const found = api.useQuery('get', '/api/v1/reports/defects', { params: { query } });
  const share = (value: number) => figure(value, 'share', '', language);
  return (
    <Page title={t('ways.defects')}>
      <Ways />
      <Alert type="info" showIcon title={t('defects.hint')} />
      <Flex gap="small" wrap>
        {RULE.map((name) => (
          <label key={name}>
            {t(`defects.${name}`)} <InputNumber min={1} defaultValue={rule[name] ? Number(rule[name]) : STANDARD[name]} onBlur={(event) => set({ [name]: event.target.value })} onPressEnter={(event) => set({ [name]: event.currentTarget.value })} />
          </label>
        ))}
      </Flex>
      {found.error ? (
        <ProblemAlert error={found.error} retry={() => void found.refetch()} />
      ) : (
        <Table
          loading={found.isPending}
          pagination={false}
          scroll={{ x: 'max-content' }}
          rowKey={({ sku, batch }) => `${sku}/${batch ?? ''}`}
          dataSource={found.data?.items ?? []}
          locale={{ emptyText: <Empty description={t('defects.none')} /> }}
          columns={[
            { title: t('defects.sku'), dataIndex: 'sku', render: (sku: string, { batch }: Schemas['Suspect']) => <Link to={`/reports/one/products_by_problem?sku=${encodeURIComponent(sku)}${batch ? `&batch=${encodeURIComponent(batch)}` : ''}`}>{sku}</Link> },
            { title: t('defects.batch'), dataIndex: 'batch', render: (batch: string | null) => batch ?? t('defects.whole') },
            { title: t('board.tickets'), dataIndex: 'tickets', align: 'right' },
            { title: t('defects.quality'), dataIndex: 'quality', align: 'right' },
            { title: t('defects.share'), dataIndex: 'share', align: 'right', render: share },
            { title: t('defects.baseline'), dataIndex: 'baseline', align: 'right', render: share },
            { title: t('defects.probability'), dataIndex: 'probability', align: 'right', render: (value: number) => value.toExponential(1) },
          ]}
        />
      )}
    </Page>
  );
}

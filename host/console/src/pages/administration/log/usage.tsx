import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useLanguage, useValue } from '../../../words/use';
import { Rows } from '../common/rows';

/** What rules used, by day, plugin and purpose. */
export function UsageByPlugin() {
  const { t } = useTranslation('administration');
  const say = useValue();
  const language = useLanguage();
  const usage = api.useQuery('get', '/api/v1/usage');
  const plugins = api.useQuery('get', '/api/v1/plugins');
  const number = (value: number) => <span className="number">{value.toLocaleString(language)}</span>;
  return (
    <Rows
      query={usage}
      rowKey={({ day, plugin, purpose }) => `${day}/${plugin}/${purpose}`}
      empty={t('usage.empty')}
      columns={[
        { title: t('usage.day'), dataIndex: 'day', render: (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10) },
        { title: t('usage.plugin'), dataIndex: 'plugin', render: (id: string) => plugins.data?.items.find((plugin) => plugin.id === id)?.name ?? id },
        { title: t('usage.purpose'), dataIndex: 'purpose', render: (value: Schemas['UsagePurpose']) => say('UsagePurpose', value) },
        { title: t('usage.calls'), dataIndex: 'calls', align: 'right', render: number },
        { title: t('usage.faults'), dataIndex: 'faults', align: 'right', render: number },
        { title: t('usage.fuel'), dataIndex: 'fuel', align: 'right', render: number },
      ]}
    />
  );
}

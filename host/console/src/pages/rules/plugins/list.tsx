import { Spin, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { Ways } from '../ways';

type Plugin = Schemas['Plugin'];

/** The rule programs of the shop, by version. */
export function PluginList() {
  const { t } = useTranslation('rules');
  const say = useValue();
  const plugins = api.useQuery('get', '/api/v1/plugins');
  if (plugins.error) return <ProblemAlert error={plugins.error} retry={() => void plugins.refetch()} />;
  if (!plugins.data) return <Spin />;
  return (
    <Page title={t('plugins')} actions={<Ways />}>
      <Table<Plugin>
        size="middle"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={plugins.data.items}
        columns={[
          { title: t('column.plugin'), render: (_, { name, version }) => `${name} ${version}` },
          { title: t('column.description'), dataIndex: 'description', width: 360 },
          { title: t('column.hook'), dataIndex: 'hooks', render: (hooks: Plugin['hooks']) => hooks.map((hook) => say('Hook', hook)).join(' · ') },
          { title: t('signed_by'), dataIndex: 'signed_by', render: (key: Plugin['signed_by']) => key ?? t('unsigned') },
          { title: t('column.size'), dataIndex: 'size', render: (size: number) => `${Math.ceil(size / 1024)} KiB` },
          { title: t('column.at'), dataIndex: 'uploaded_at', render: (at: string) => <Moment at={at} /> },
        ]}
      />
    </Page>
  );
}

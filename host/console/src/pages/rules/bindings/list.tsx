import { Empty, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { Ways } from '../ways';

type Binding = Schemas['BindingWithPlugin'];

/** Which rules are at work, by what they decide and in the order they are asked. */
export function BindingList() {
  const { t } = useTranslation('rules');
  const say = useValue();
  const bindings = api.useQuery('get', '/api/v1/bindings');
  const items = bindings.data?.items ?? [];
  const hooks = values.Hook.filter((hook) => items.some((item) => item.hook === hook));
  return (
    <Page title={t('title')} actions={<Ways />}>
      {bindings.error ? <ProblemAlert error={bindings.error} retry={() => void bindings.refetch()} /> : null}
      {bindings.data && hooks.length === 0 ? <Empty description={t('no_bindings')} /> : null}
      {hooks.map((hook) => (
        <section key={hook} aria-label={say('Hook', hook)}>
          <h2 className="h">{say('Hook', hook)}</h2>
          <p>{t(`hook.${hook}`)}</p>
          <Table<Binding>
            size="middle"
            rowKey="id"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={items.filter((item) => item.hook === hook).sort((a, b) => a.order - b.order)}
            columns={[
              { title: t('column.order'), dataIndex: 'order', width: 80 },
              { title: t('column.binding'), dataIndex: 'key', render: (key: string, { id }) => <Link to={`/rules/bindings/${id}`}>{key}</Link> },
              { title: t('column.plugin'), render: (_, item) => `${item.plugin_name} ${item.plugin_version}` },
              { title: t('column.mode'), dataIndex: 'mode', render: (mode: Binding['mode']) => <Tag>{say('BindingMode', mode)}</Tag> },
              { title: t('column.enabled'), dataIndex: 'enabled', render: (on: boolean) => (on ? t('on') : t('off')) },
            ]}
          />
        </section>
      ))}
    </Page>
  );
}

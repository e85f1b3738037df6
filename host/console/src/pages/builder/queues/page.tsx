import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GoTo } from '../common/go_to';
import { api, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Page } from '../../../parts/page';
import { State } from '../../../parts/status';
import { Items } from '../common/items';
import { RowActions } from '../common/row_actions';
import { EditQueue } from './edit';

/** Queues: where tickets wait, and who works on them. */
export function QueuesPage() {
  const { t } = useTranslation('builder');
  const { t: common } = useTranslation();
  const write = useMay()('admin:write');
  const [edited, setEdited] = useState<Schemas['Queue'] | 'new' | null>(null);
  const queues = api.useQuery('get', '/api/v1/queues');
  const users = api.useQuery('get', '/api/v1/users');
  const people = users.data?.items ?? [];
  const named = (id: string | null | undefined) => people.find((user) => user.id === id)?.name ?? id;
  return (
    <Page
      title={t('queues.title')}
      actions={write ? <Button type="primary" icon={<PlusOutlined />} disabled={!users.data} onClick={() => setEdited('new')}>{t('queues.add')}</Button> : null}
    >
      <Alert type="info" showIcon title={t('queues.what')} action={<GoTo to="/rules">{t('queues.rules')}</GoTo>} />
      <Items
        query={queues}
        rowKey="id"
        empty={t('queues.empty')}
        columns={[
          { title: t('queues.name'), dataIndex: 'name', render: (name: string, { is_default }) => <>{name} {is_default ? <State colour="blue">{t('queues.default')}</State> : null}</> },
          { title: t('key'), dataIndex: 'key', render: (key: string) => <code>{key}</code> },
          { title: t('queues.lead'), dataIndex: 'lead', render: (id: string | null) => named(id) ?? <Typography.Text type="secondary">{common('none')}</Typography.Text> },
          {
            title: t('queues.members'),
            key: 'members',
            hidden: !users.data,
            render: (_, { key }) => {
              const found = people.filter((user) => user.queues.includes(key));
              return found.length > 0 ? <div style={{ maxWidth: 420, whiteSpace: 'normal' }}>{found.map(({ id, name }) => <Tag key={id}>{name}</Tag>)}</div> : <Typography.Text type="secondary">{t('queues.nobody')}</Typography.Text>;
            },
          },
          { title: common('actions.edit'), key: 'actions', hidden: !write || !users.data, render: (_, row) => <RowActions name={row.name} onOpen={() => setEdited(row)} /> },
        ]}
      />
      {edited && users.data ? <EditQueue from={edited === 'new' ? null : edited} users={people} onClose={() => setEdited(null)} /> : null}
    </Page>
  );
}

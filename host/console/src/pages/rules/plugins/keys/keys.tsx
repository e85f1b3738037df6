import { Button, Empty, Flex, Popconfirm, Spin, Table, Typography } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Moment } from '../../../../parts/moment';
import { ProblemAlert, useTell } from '../../../../parts/problem';
import { AddKey } from './add';
import { Policy } from './policy';

/** Whose signatures on plugins are trusted, and whether there must be one. */
export function Keys() {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const may = useMay()('admin:write');
  const { done, failed } = useTell();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const keys = api.useQuery('get', '/api/v1/signing-keys');
  const remove = api.useMutation('delete', '/api/v1/signing-keys/{id}', {
    onError: failed,
    onSuccess: async () => {
      done(common('deleted'));
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/signing-keys'] });
    },
  });
  if (keys.error) return <ProblemAlert error={keys.error} retry={() => void keys.refetch()} />;
  if (!keys.data) return <Spin />;
  return (
    <Flex vertical gap="middle">
      <Typography.Text type="secondary">{t('keys.what')}</Typography.Text>
      <Policy keys={keys.data.items.length} />
      {may ? (
        <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setAdding(true)}>
          {t('keys.add')}
        </Button>
      ) : null}
      <Table<Schemas['SigningKey']>
        size="middle"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={keys.data.items}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('keys.empty')} /> }}
        columns={[
          { title: t('keys.name'), dataIndex: 'name' },
          { title: t('keys.public_key'), dataIndex: 'public_key', render: (key: string) => <Typography.Text code copyable>{key}</Typography.Text> },
          { title: t('keys.since'), dataIndex: 'created_at', render: (at: string) => <Moment at={at} /> },
          ...(may
            ? [
                {
                  title: t('plugins.actions'),
                  render: (_: unknown, { id, name }: Schemas['SigningKey']) => (
                    <Popconfirm title={t('keys.remove_ask', { name })} description={t('keys.remove_hint')} okText={t('keys.remove')} onConfirm={() => remove.mutate({ params: { path: { id } } })}>
                      <Button size="small" danger aria-label={`${t('keys.remove')} ${name}`}>
                        {t('keys.remove')}
                      </Button>
                    </Popconfirm>
                  ),
                },
              ]
            : []),
        ]}
      />
      {adding ? <AddKey onClose={() => setAdding(false)} /> : null}
    </Flex>
  );
}

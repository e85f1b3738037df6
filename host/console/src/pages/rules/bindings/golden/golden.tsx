import { Button, Empty, Flex, Popconfirm, Spin, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Moment } from '../../../../parts/moment';
import { Who } from '../../../../parts/people/name';
import { ProblemAlert, useTell } from '../../../../parts/problem';
import { useReread } from '../reread';
import { Add } from './add';
import { Check } from './check';
import { heldBy } from './planned';

/** Past decisions that must go on ending as they did, and whether the present settings keep them. */
export function Golden({ binding }: { binding: Schemas['BindingWithPlugin'] }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const may = useMay()('binding:write');
  const { done, failed } = useTell();
  const reread = useReread();
  const bindings = api.useQuery('get', '/api/v1/bindings', { params: { query: { hook: binding.hook } } });
  const held = heldBy(binding, bindings.data?.items ?? []);
  const golden = api.useQuery('get', '/api/v1/bindings/{id}/golden', { params: { path: { id: held.id } } });
  const remove = api.useMutation('delete', '/api/v1/bindings/{id}/golden/{decision}', { onError: failed, onSuccess: () => (done(common('deleted')), reread()) });
  if (golden.error) return <ProblemAlert error={golden.error} retry={() => void golden.refetch()} />;
  if (!golden.data) return <Spin />;
  return (
    <Flex vertical gap="middle">
      <Typography.Text type="secondary">
        {t('bindings.golden.what')} {held.id === binding.id ? null : t('bindings.golden.of_other', { name: held.key })}
      </Typography.Text>
      <Table<Schemas['Golden']>
        size="middle"
        rowKey="decision"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={golden.data.items}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bindings.golden.empty')} /> }}
        columns={[
          { title: t('bindings.golden.note'), width: 320, render: (_, { decision, note }) => <Link to={`/rules/decisions/${decision}`}>{note}</Link> },
          { title: t('column.who'), dataIndex: 'added_by', render: (actor: Schemas['Actor']) => <Who actor={actor} /> },
          { title: t('column.at'), dataIndex: 'added_at', render: (at: string) => <Moment at={at} /> },
          ...(may
            ? [
                {
                  title: t('plugins.actions'),
                  render: (_: unknown, { decision, note }: Schemas['Golden']) => (
                    <Popconfirm title={t('bindings.golden.remove_ask')} okText={t('bindings.golden.remove')} onConfirm={() => remove.mutate({ params: { path: { id: held.id, decision } } })}>
                      <Button size="small" aria-label={`${t('bindings.golden.remove')} ${note}`}>
                        {t('bindings.golden.remove')}
                      </Button>
                    </Popconfirm>
                  ),
                },
              ]
            : []),
        ]}
      />
      {may ? <Add held={held} /> : null}
      {may ? <Check binding={binding} config={binding.config} /> : null}
    </Flex>
  );
}

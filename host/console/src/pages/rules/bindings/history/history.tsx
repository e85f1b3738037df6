import { Button, Flex, Popconfirm, Spin, Table, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Moment } from '../../../../parts/moment';
import { Who } from '../../../../parts/people/name';
import { ProblemAlert, useTell } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';
import { useReread } from '../reread';
import { Changes } from './changes';

type Revision = Schemas['RevisionView'];

/** Every state of a rule, what it changed and why; the last one can be taken back. */
export function History({ binding }: { binding: Schemas['BindingWithPlugin'] }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  const may = useMay()('binding:write');
  const { done, failed } = useTell();
  const reread = useReread();
  const history = api.useQuery('get', '/api/v1/bindings/{id}/history', { params: { path: { id: binding.id } } });
  // What only stands beside the rule at work has nothing to return to: taking it back switches it off.
  const candidate = binding.mode !== 'active';
  const back = api.useMutation('post', '/api/v1/bindings/{id}/rollback', {
    onError: failed,
    onSuccess: () => (done(t(candidate ? 'switched_off' : 'rolled_back')), reread()),
  });
  if (history.error) return <ProblemAlert error={history.error} retry={() => void history.refetch()} />;
  if (!history.data) return <Spin />;
  const take = () => back.mutate({ params: { path: { id: binding.id }, header: ifMatch(binding.version) }, body: {} });
  return (
    <Flex vertical gap="middle">
      {may && (candidate ? binding.enabled : history.data.items.length > 1) ? (
        <Popconfirm title={t(candidate ? 'switch_off_ask' : 'roll_back_ask')} onConfirm={take}>
          <Button style={{ alignSelf: 'start' }} loading={back.isPending}>
            {t(candidate ? 'switch_off' : 'roll_back')}
          </Button>
        </Popconfirm>
      ) : null}
      <Table<Revision>
        size="middle"
        rowKey="version"
        tableLayout="fixed"
        pagination={false}
        dataSource={history.data.items}
        columns={[
          {
            title: t('column.at'),
            width: '25%',
            render: (_, { version, at, actor }) => (
              <Flex vertical>
                <Moment at={at} />
                <Who actor={actor} />
                <Typography.Text type="secondary">{t('bindings.history.version', { version })}</Typography.Text>
              </Flex>
            ),
          },
          {
            title: t('column.action'),
            width: '30%',
            render: (_, { action, reason, bad }) => (
              <Flex vertical align="start" gap={4} className="wrap">
                <span>
                  {say('RevisionAction', action)} {bad ? <Tag variant="outlined">{t('bindings.history.bad')}</Tag> : null}
                </span>
                {reason ? <Typography.Text type="secondary">{reason}</Typography.Text> : null}
              </Flex>
            ),
          },
          { title: t('column.changes'), dataIndex: 'changes', render: (changes: Revision['changes']) => <Changes changes={changes} plugin={binding.plugin_name} /> },
        ]}
      />
    </Flex>
  );
}

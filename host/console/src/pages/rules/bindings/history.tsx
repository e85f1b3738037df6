import { Button, Popconfirm, Spin, Table } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Moment } from '../../../parts/moment';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { useValue } from '../../../words/use';

/** Every state of a rule, what it changed and why; the last one can be taken back. */
export function History({ binding }: { binding: Schemas['BindingWithPlugin'] }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  const may = useMay()('binding:write');
  const { done, failed } = useTell();
  const queries = useQueryClient();
  const history = api.useQuery('get', '/api/v1/bindings/{id}/history', { params: { path: { id: binding.id } } });
  const people = api.useQuery('get', '/api/v1/people', {}, { staleTime: 60_000 });
  const who = (actor: Schemas['Actor']) => (actor.type === 'user' ? (people.data?.items.find(({ id }) => id === actor.id)?.name ?? actor.id) : t('by_itself'));
  // What only stands beside the rule at work has nothing to return to: taking it back switches it off.
  const candidate = binding.mode !== 'active';
  const back = api.useMutation('post', '/api/v1/bindings/{id}/rollback', {
    onError: failed,
    onSuccess: async () => {
      done(t(candidate ? 'switched_off' : 'rolled_back'));
      await Promise.all(
        (['/api/v1/bindings', '/api/v1/bindings/{id}', '/api/v1/bindings/{id}/history'] as const).map((path) => queries.invalidateQueries({ queryKey: ['get', path] })),
      );
    },
  });
  if (history.error) return <ProblemAlert error={history.error} retry={() => void history.refetch()} />;
  if (!history.data) return <Spin />;
  const take = () => back.mutate({ params: { path: { id: binding.id }, header: ifMatch(binding.version) }, body: {} });
  return (
    <>
      {may && (candidate ? binding.enabled : history.data.items.length > 1) ? (
        <Popconfirm title={t(candidate ? 'switch_off_ask' : 'roll_back_ask')} onConfirm={take}>
          <Button loading={back.isPending}>{t(candidate ? 'switch_off' : 'roll_back')}</Button>
        </Popconfirm>
      ) : null}
      <Table<Schemas['RevisionView']>
        size="middle"
        rowKey="version"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={history.data.items}
        columns={[
          { title: t('column.version'), dataIndex: 'version' },
          { title: t('column.at'), dataIndex: 'at', render: (at: string) => <Moment at={at} /> },
          { title: t('column.who'), dataIndex: 'actor', render: who },
          { title: t('column.action'), dataIndex: 'action', render: (action: Schemas['RevisionAction']) => say('RevisionAction', action) },
          { title: t('reason'), dataIndex: 'reason' },
          {
            title: t('column.changes'),
            dataIndex: 'changes',
            render: (changes: Schemas['RevisionChange'][]) =>
              changes.map(({ path, from, to }) => (
                <div key={path}>
                  <code>{path}</code> {JSON.stringify(from) ?? '–'} → {JSON.stringify(to) ?? '–'}
                </div>
              )),
          },
        ]}
      />
    </>
  );
}

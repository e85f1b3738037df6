import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { List, paging } from '../../../../parts/list';
import { Page } from '../../../../parts/page';
import { useTell } from '../../../../parts/problem';
import { TicketNumber } from '../../../../parts/ticket_number';
import { inLanguage, useLanguage, useValue } from '../../../../words/use';

type Behind = Schemas['Behind'];

/** What runs under older editions, what would become of it under the newest, and taking it over. */
export function MigrationPage() {
  const { key = '' } = useParams();
  const { t } = useTranslation('workflows');
  const say = useValue();
  const language = useLanguage();
  const tell = useTell();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string[]>([]);
  const [told, setTold] = useState<Schemas['TakenOver'][]>([]);
  const params = { path: { key } };
  const behind = api.useInfiniteQuery('get', '/api/v1/workflows/{key}/migration', { params }, paging);
  const editions = api.useQuery('get', '/api/v1/workflows/{key}/editions', { params });
  // A node that is gone has its name from the edition that had it.
  const names = new Map((editions.data?.items ?? []).toReversed().flatMap(({ definition }) => definition.nodes.map(({ id, name }) => [id, inLanguage(name, language)] as const)));
  const nameOf = (node: string) => names.get(node) || node;
  const take = api.useMutation('post', '/api/v1/workflows/{key}/migration', {
    onError: tell.failed,
    onSuccess: ({ items }) => {
      setTold(items);
      setChosen([]);
      void client.invalidateQueries({ queryKey: ['get', '/api/v1/workflows/{key}/migration'] });
      void client.invalidateQueries({ queryKey: ['get', '/api/v1/tickets'] });
    },
  });
  const done = told.filter(({ problem }) => !problem).length;
  const problems = told.filter(({ problem }) => problem);
  return (
    <Page
      title={t('migration.title')}
      actions={
        <>
          <Link to=".." relative="path" style={{ alignSelf: 'center' }}>
            {t('migration.back')}
          </Link>
          <Popconfirm title={t('migration.ask', { count: chosen.length })} disabled={chosen.length === 0} onConfirm={() => take.mutate({ params, body: { tickets: chosen } })}>
            <Button type="primary" disabled={chosen.length === 0} loading={take.isPending}>
              {t('migration.take', { count: chosen.length })}
            </Button>
          </Popconfirm>
        </>
      }
    >
      <Alert type="info" showIcon title={t('migration.hint')} />
      {told.length > 0 ? (
        <Alert
          type={problems.length > 0 ? 'warning' : 'success'}
          showIcon
          title={t('migration.done', { count: done })}
          description={
            <ul>
              {problems.map(({ ticket, problem }) => (
                <li key={ticket}>
                  <TicketNumber id={ticket} /> {problem}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      <List<Behind>
        query={behind}
        rowKey="ticket"
        empty={t('migration.empty')}
        rowSelection={{ selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(String)), getCheckboxProps: ({ ticket, migration }) => ({ disabled: !migration.possible, 'aria-label': ticket }), hideSelectAll: true }}
        columns={[
          { title: t('migration.ticket'), render: (_, { ticket }) => <TicketNumber id={ticket} /> },
          { title: t('migration.editions'), render: (_, { migration }) => `${migration.from} → ${migration.to}` },
          {
            title: t('migration.moves'),
            render: (_, { migration }) => (
              <Flex vertical gap={4}>
                {migration.moves.map(({ token, from, to, fate, why, votes_lost }) => (
                  <span key={token} title={why}>
                    <Tag variant="outlined">{say('WorkflowFate', fate)}</Tag> {nameOf(from)}
                    {to && to !== from ? ` → ${nameOf(to)}` : ''} {language === 'en' ? why : ''} {votes_lost > 0 ? t('migration.votes', { count: votes_lost }) : ''}
                  </span>
                ))}
              </Flex>
            ),
          },
          {
            title: t('migration.lost'),
            render: (_, { migration }) => [...migration.nodes_gone.map(nameOf), ...migration.fields_lost].join(t('comma')),
          },
        ]}
      />
    </Page>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { Here } from '../../../parts/here';
import { useKeys } from '../../../parts/keys';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { Due } from '../../../parts/due';
import { ApprovalDrawer } from '../ticket/drawer';
import { useHolderName } from './use_holder_name';
import { TaskBar } from './bar';

/** Tasks on the list of the person who looks: buttons of a workflow, or simply to be done. */
export function TaskList({ opened, open }: { opened: string | undefined; open: (task: string | null) => void }) {
  const { t } = useTranslation('approvals');
  const holder = useHolderName();
  const [cursor, setCursor] = useState<string>();
  const query = api.useInfiniteQuery('get', '/api/v1/tasks', { params: { query: { mine: true, open: true, limit: 50 } } }, paging);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const at = items.findIndex(({ id }) => id === (opened ?? cursor));
  // A task that has just been done is no longer on the list; what was said about it stays until it is closed.
  const [kept, setKept] = useState<(typeof items)[number]>();
  const found = items.find(({ id }) => id === opened);
  if (found && found !== kept) setKept(found);
  const task = found ?? (kept?.id === opened ? kept : undefined);
  const show = (id: string | null) => {
    setCursor(id ?? opened);
    open(id);
  };
  const move = (to: number) => {
    const next = items[Math.min(Math.max(to, 0), items.length - 1)]?.id;
    setCursor(next);
    if (opened && next) show(next);
  };
  useKeys({ j: () => move(at + 1), k: () => move(at - 1), Enter: () => items[at] && show(items[at].id) });
  return (
    <>
      <List
        query={query}
        rowKey="id"
        empty={t('empty.tasks')}
        rowClassName={({ id }) => (id === (opened ?? cursor) ? 'ant-table-row-selected' : '')}
        columns={[
          {
            title: t('task'),
            render: (_, item) => (
              <Here set={{ task: item.id }}>{item.title}</Here>
            ),
          },
          { title: t('holder'), render: (_, { holders, role }) => (holders?.length ? holders : [`role:${role}`]).map(holder).join(t('and')) },
          { title: t('due'), render: (_, item) => <Due at={item.due_at} /> },
          { title: t('age'), render: (_, item) => <Moment at={item.created_at} relative /> },
        ]}
      />
      <ApprovalDrawer
        ticket={task?.ticket}
        close={() => show(null)}
        doing={null}
        begin={() => undefined}
        decided={() => undefined}
        instead={task ? <TaskBar key={task.id} task={task} decided={() => show(items[at + 1]?.id ?? null)} /> : undefined}
      />
    </>
  );
}

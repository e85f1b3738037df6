import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { List, paging } from '../../parts/list';
import { Moment } from '../../parts/moment';
import { ApprovalDrawer } from './drawer';
import { TaskButtons } from './task_buttons';

/** Tasks on the list of the person who looks: buttons of a workflow, or simply to be done. */
export function TaskList({ opened, open }: { opened: string | undefined; open: (task: string | null) => void }) {
  const { t } = useTranslation('approvals');
  const query = api.useInfiniteQuery('get', '/api/v1/tasks', { params: { query: { mine: true, open: true, limit: 50 } } }, paging);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const at = items.findIndex(({ id }) => id === opened);
  const task = items[at];
  const decided = () => open(items[at + 1]?.id ?? null);
  return (
    <>
      <List
        query={query}
        rowKey="id"
        empty={t('empty.tasks')}
        columns={[
          {
            title: t('task'),
            render: (_, item) => (
              <Button type="text" style={{ padding: 0, textDecoration: 'underline' }} onClick={() => open(item.id)}>
                {item.title}
              </Button>
            ),
          },
          { title: t('role'), render: (_, item) => item.role },
          { title: t('age'), render: (_, item) => <Moment at={item.created_at} relative /> },
          { title: t('due'), render: (_, item) => <Moment at={item.due_at} relative /> },
        ]}
      />
      <ApprovalDrawer
        ticket={task?.ticket}
        close={() => open(null)}
        decided={decided}
        instead={task ? <TaskButtons key={task.id} task={task} decided={decided} /> : undefined}
      />
    </>
  );
}

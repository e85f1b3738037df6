import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';
import { useFilters } from '../../parts/filters';
import { ApprovalList } from './list';
import { TaskList } from './tasks';

const NAMES = ['tab', 'ticket', 'task'] as const;
const TABS = ['mine', 'tasks', 'all', 'done'] as const;

/** What waits for the agreement of the person who looks, and what others wait for. */
export function ApprovalsPage() {
  const { t } = useTranslation('approvals');
  const [filters, set] = useFilters(NAMES);
  const tab = TABS.find((one) => one === filters.tab) ?? 'mine';
  return (
    <Page title={t('title')}>
      <Tabs
        activeKey={tab}
        onChange={(to) => set({ tab: to === 'mine' ? null : to, ticket: null, task: null })}
        destroyOnHidden
        items={TABS.map((key) => ({
          key,
          label: t(`tab.${key}`),
          children:
            key === 'tasks' ? (
              <TaskList opened={filters.task} open={(task) => set({ task })} />
            ) : (
              <ApprovalList tab={key} opened={filters.ticket} open={(ticket) => set({ ticket })} />
            ),
        }))}
      />
    </Page>
  );
}

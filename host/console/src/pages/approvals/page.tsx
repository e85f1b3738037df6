import { QuestionCircleOutlined } from '@ant-design/icons';
import { Badge, Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useFilters } from '../../parts/filters';
import { useKeys } from '../../parts/keys';
import { Page } from '../../parts/page';
import { KeysHelp } from './keys_help';
import { DoneList } from './list/done';
import { WaitingList } from './list/waiting';
import { TaskList } from './tasks/list';
import { type Scope, useWaiting } from './waiting/use_waiting';

const NAMES = ['tab', 'ticket', 'task', 'max'] as const;
const SCOPES: readonly Scope[] = ['mine', 'team', 'all'];
const TABS = ['mine', 'tasks', 'team', 'all', 'done'] as const;

/** What waits for the agreement of the person who looks, of their team, and of everybody else. */
export function ApprovalsPage() {
  const { t } = useTranslation('approvals');
  const [filters, set] = useFilters(NAMES);
  const [help, setHelp] = useState(false);
  const waiting = useWaiting();
  const tasks = api.useQuery('get', '/api/v1/tasks', { params: { query: { mine: true, open: true, limit: 100 } } });
  useKeys({ '?': () => setHelp(true) }, !help);
  const tab = TABS.find((one) => one === filters.tab) ?? 'mine';
  const scope = SCOPES.find((one) => one === tab);
  const counts: Partial<Record<(typeof TABS)[number], number>> = {
    mine: waiting.scopes.mine.length,
    tasks: tasks.data?.items.length ?? 0,
    team: waiting.scopes.team.length,
    all: waiting.scopes.all.length,
  };
  const body = () => {
    if (tab === 'tasks') return <TaskList opened={filters.task} open={(task) => set({ task })} />;
    if (!scope) return <DoneList opened={filters.ticket} open={(ticket) => set({ ticket })} />;
    return <WaitingList key={scope} scope={scope} waiting={waiting} filters={filters} set={set} paused={help} />;
  };
  return (
    <Page
      title={t('title')}
      actions={
        <Button icon={<QuestionCircleOutlined />} onClick={() => setHelp(true)}>
          {t('keys.title')}
        </Button>
      }
    >
      <Tabs
        activeKey={tab}
        onChange={(to) => set({ tab: to === 'mine' ? null : to, ticket: null, task: null })}
        destroyOnHidden
        items={TABS.map((key) => ({
          key,
          label: (
            <>
              {t(`tab.${key}`)} {counts[key] ? key === 'mine' ? <Badge count={counts[key]} size="small" /> : `(${counts[key]})` : null}
            </>
          ),
          children: key === tab ? body() : null,
        }))}
      />
      <KeysHelp open={help} close={() => setHelp(false)} />
    </Page>
  );
}

import { Card, Flex, Spin, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { addWords } from '../../../words/setup';
import { ActionMenu } from './actions/menu';
import { Composer } from './conversation/composer';
import { Conversation } from './conversation/conversation';
import { Decisions } from './decisions/decisions';
import { Files } from './files/files';
import { Head } from './head';
import { Ledger } from './money/ledger';
import { Print } from './print';
import { Side } from './side/side';
import { Tasks } from './tasks/tasks';
import { Warehouse } from './warehouse';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('ticket', { 'zh-CN': zh, en });

const FILTERS = ['tab'] as const;

/** One ticket: what was said, what is to be done, and everything it stands on. */
export function TicketPage() {
  const { id = '' } = useParams();
  const ticket = api.useQuery('get', '/api/v1/tickets/{id}', { params: { path: { id } } });
  if (ticket.error) return <ProblemAlert error={ticket.error} retry={() => void ticket.refetch()} />;
  return ticket.data ? <Found ticket={ticket.data} /> : <Spin />;
}

function Found({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const [{ tab = 'talk' }, setFilters] = useFilters(FILTERS);
  const panels = {
    talk: (
      <Flex vertical gap="small">
        <Conversation ticket={ticket} />
        <Composer key={ticket.id} ticket={ticket} />
      </Flex>
    ),
    decisions: <Decisions ticket={ticket} />,
    money: <Ledger ticket={ticket} />,
    warehouse: <Warehouse ticket={ticket} />,
    files: <Files ticket={ticket} />,
  };
  return (
    <Page
      title={`${ticket.number} ${ticket.subject}`}
      actions={
        <>
          <Print ticket={ticket} />
          <ActionMenu ticket={ticket} />
        </>
      }
    >
      <Head ticket={ticket} />
      <Flex gap="middle" align="start" wrap>
        <Card size="small" style={{ flex: '2 1 480px', minWidth: 0 }}>
          <Tabs
            size="small"
            activeKey={tab}
            onChange={(next) => setFilters({ tab: next === 'talk' ? '' : next })}
            items={Object.entries(panels).map(([key, children]) => ({ key, label: t(`tab.${key}`), children }))}
          />
        </Card>
        <Flex vertical gap="small" style={{ flex: '1 1 300px', minWidth: 0 }}>
          <Tasks ticket={ticket} />
          <Side ticket={ticket} />
        </Flex>
      </Flex>
    </Page>
  );
}

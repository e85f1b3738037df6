import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Grid, Select, Spin, Tabs, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { ActionMenu } from './actions/menu';
import { Talk, useTalk } from './conversation/talk';
import { Decisions } from './decisions/decisions';
import { Files } from './files/files';
import { Warehouse } from './goods/warehouse';
import { Head } from './head/head';
import { useTicketKeys } from './keys';
import { Ledger } from './money/ledger';
import { useNeighbours } from './neighbours';
import { Papers } from './paper/paper';
import { possible } from './possible';
import { Replacements } from './replacements/replacements';
import { Side } from './side/side';
import { Sops } from './sops/sops';
import { Tasks } from './tasks/tasks';
import type { Ticket } from './ticket';
import './add_words';

const FILTERS = ['tab'] as const;

/** One ticket: what was said, what is to be done, and everything it stands on. */
export function TicketPage() {
  const { id = '' } = useParams();
  const ticket = api.useQuery('get', '/api/v1/tickets/{id}', { params: { path: { id } } });
  // A ticket that is there stays while it cannot be read anew: somebody may be typing.
  if (ticket.data) return <Found key={id} ticket={ticket.data} />;
  return ticket.error ? <ProblemAlert error={ticket.error} retry={() => void ticket.refetch()} /> : <Spin />;
}

function Found({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket');
  const [{ tab = 'talk' }, setFilters] = useFilters(FILTERS);
  const [menu, setMenu] = useState(false);
  const [action, choose] = useState<string | null>(null);
  const navigate = useNavigate();
  const narrow = Grid.useBreakpoint().md === false;
  const { before, after } = useNeighbours(ticket.id);
  const show = (next: string) => setFilters({ tab: next === 'talk' ? '' : next });
  const talk = useTalk(ticket, tab === 'talk', () => show('talk'));
  const go = (id: string | null) => id && void navigate(`/tickets/${id}`);
  useTicketKeys({
    r: () => talk.write('reply'),
    n: () => talk.write('note'),
    m: () => talk.pick(),
    a: () => setMenu(true),
    j: () => go(after),
    k: () => go(before),
  });
  const panels = {
    talk: <Talk ticket={ticket} talk={talk} />,
    decisions: <Decisions ticket={ticket} />,
    money: <Ledger ticket={ticket} act={choose} />,
    goods: (
      <Flex vertical gap="middle">
        {possible.service(ticket) ? <Replacements ticket={ticket} act={choose} /> : null}
        <Warehouse ticket={ticket} />
      </Flex>
    ),
    sops: <Sops ticket={ticket} insert={talk.insert} />,
    files: <Files ticket={ticket} />,
  };
  const tabs = Object.entries(panels).map(([key, children]) => ({ key, label: t(`tab.${key}`), children }));
  return (
    <Page
      title={`${ticket.number} ${ticket.subject}`}
      actions={
        <>
          {before || after ? <Steps before={before} after={after} go={go} /> : null}
          <Papers ticket={ticket} />
          <ActionMenu ticket={ticket} open={menu} setOpen={setMenu} chosen={action} choose={choose} />
        </>
      }
    >
      <Head ticket={ticket} />
      <Flex gap="middle" align="start" wrap>
        <Card size="small" style={{ flex: '2 1 480px', minWidth: 0 }}>
          <Tabs size="small" activeKey={tab} onChange={show} items={tabs} {...(narrow ? { renderTabBar: () => <Choice tab={tab} tabs={tabs} show={show} /> } : {})} />
        </Card>
        <Flex vertical gap="small" style={{ flex: '1 1 300px', minWidth: 0 }}>
          <Tasks ticket={ticket} />
          <Side ticket={ticket} />
        </Flex>
      </Flex>
      <small>{t('keys')}</small>
    </Page>
  );
}

/** The tabs of a narrow window: all of them in one list, none hidden behind an edge. */
function Choice({ tab, tabs, show }: { tab: string; tabs: { key: string; label: string }[]; show: (tab: string) => void }) {
  const { t } = useTranslation('ticket');
  return <Select style={{ width: '100%', marginBottom: 12 }} aria-label={t('tabs')} value={tab} options={tabs.map(({ key, label }) => ({ value: key, label }))} onChange={show} />;
}

/** To the ticket before and after in the list one came from. */
function Steps({ before, after, go }: { before: string | null; after: string | null; go: (id: string | null) => void }) {
  const { t } = useTranslation('ticket');
  return (
    <Flex gap={4}>
      <Tooltip title={t('before')}>
        <Button icon={<LeftOutlined />} aria-label={t('before')} disabled={!before} onClick={() => go(before)} />
      </Tooltip>
      <Tooltip title={t('after')}>
        <Button icon={<RightOutlined />} aria-label={t('after')} disabled={!after} onClick={() => go(after)} />
      </Tooltip>
    </Flex>
  );
}

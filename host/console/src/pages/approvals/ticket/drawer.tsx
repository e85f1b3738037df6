import { Collapse, Drawer, Flex, Skeleton, Spin } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { ProblemAlert } from '../../../parts/problem';
import { DecideBar } from '../decide/bar';
import { DecideDialog, type Doing } from '../decide/dialog';
import { Report } from '../report/report';
import { nextApproval } from '../waiting/waiting';
import { Facts } from './facts';

/** Comes when somebody wants to read what happened. */
const Conversation = lazy(async () => ({ default: (await import('../../tickets/ticket/conversation/conversation')).Conversation }));

/** The ticket beside the list: what may be decided, what that rests on, the customer's report, and what happened so far. */
export function ApprovalDrawer({
  ticket: id,
  close,
  doing,
  begin,
  decided,
  instead,
}: {
  ticket: string | undefined;
  close: () => void;
  doing: Doing | null;
  begin: (what: Doing | null) => void;
  decided: () => void;
  /** Stands in for the buttons of the approval. */
  instead?: ReactNode;
}) {
  const { t } = useTranslation('approvals');
  const [read, setRead] = useState(false);
  const found = api.useQuery('get', '/api/v1/tickets/{id}', { params: { path: { id: id ?? '' } } }, { enabled: id != null });
  const ticket = found.data;
  const report = ticket?.customer ? <Report key="report" ticket={ticket} customer={ticket.customer} /> : null;
  const first = ticket != null && nextApproval(ticket)?.need.with_report === true;
  return (
    <Drawer
      size={760}
      open={id != null}
      onClose={close}
      destroyOnHidden
      title={ticket ? `${ticket.number} ${ticket.subject}` : t('title')}
      extra={ticket ? <Link to={`/tickets/${ticket.id}`}>{t('open_ticket')}</Link> : null}
    >
      {found.error ? <ProblemAlert error={found.error} retry={() => void found.refetch()} /> : null}
      {ticket ? (
        <Flex vertical gap="middle">
          {instead ?? <DecideBar ticket={ticket} begin={begin} />}
          {first ? report : null}
          <Facts ticket={ticket} />
          {first ? null : report}
          <Collapse
            onChange={(keys) => setRead(keys.length > 0)}
            items={[
              {
                key: 'happened',
                label: t('happened'),
                children: read ? (
                  <Suspense fallback={<Spin />}>
                    <Conversation ticket={ticket} />
                  </Suspense>
                ) : null,
              },
            ]}
          />
          {doing ? <DecideDialog key={`${ticket.id} ${doing}`} ticket={ticket} doing={doing} open close={() => begin(null)} decided={decided} /> : null}
        </Flex>
      ) : found.isPending && id ? (
        <Skeleton active />
      ) : null}
    </Drawer>
  );
}

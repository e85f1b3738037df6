import { Descriptions, Drawer, Flex, Skeleton, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client';
import { useMay } from '../../app/me';
import { Moment } from '../../parts/moment';
import { Money } from '../../parts/money';
import { ProblemAlert } from '../../parts/problem';
import { CaseTag } from '../../parts/status';
import { useValue } from '../../words/use';
import { Customer } from './customer';
import { Decide } from './decide';
import { nextApproval } from './waiting';

/** Everything that a decision needs, beside the list. `instead` stands in for the buttons of the approval. */
export function ApprovalDrawer({
  ticket,
  close,
  decided,
  instead,
}: {
  ticket: string | undefined;
  close: () => void;
  decided: () => void;
  instead?: ReactNode;
}) {
  const { t } = useTranslation('approvals');
  const may = useMay();
  const found = api.useQuery('get', '/api/v1/tickets/{id}', { params: { path: { id: ticket ?? '' } } }, { enabled: ticket != null });
  const view = found.data;
  return (
    <Drawer size={640} open={ticket != null} onClose={close} title={view ? `${view.number} ${view.subject}` : t('title')} destroyOnHidden>
      {found.error ? <ProblemAlert error={found.error} retry={() => void found.refetch()} /> : null}
      {view && ticket ? (
        <Flex vertical gap="middle">
          {instead ?? (may('ticket:approve') && nextApproval(view) ? <Decide key={view.id} ticket={view} decided={decided} /> : null)}
          <Facts ticket={view} />
          {view.customer ? <Customer ticket={view} customer={view.customer.id} /> : null}
        </Flex>
      ) : found.isPending ? (
        <Skeleton active />
      ) : null}
    </Drawer>
  );
}

function Facts({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('approvals');
  const say = useValue();
  return (
    <>
      <Descriptions
        size="small"
        column={1}
        bordered
        items={[
          { key: 'ticket', label: t('ticket'), children: <Link to={`/tickets/${ticket.id}`}>{t('open_ticket', { number: ticket.number })}</Link> },
          { key: 'kind', label: t('kind'), children: say('TicketKind', ticket.kind) },
          { key: 'case', label: t('case'), children: <CaseTag value={ticket.case} /> },
          { key: 'amount', label: t('amount'), children: <Money of={ticket.refund?.amount} /> },
          { key: 'why', label: t('why_tier'), children: <span className="wrap">{ticket.refund?.explanation}</span> },
          ...ticket.approvals.map(({ need, agreed, required }, at) => ({
            key: `need${at}`,
            label: t('need', { at: at + 1 }),
            children: t('agreed_of', { role: need.role, agreed: agreed.length, required }),
          })),
          { key: 'words', label: t('words'), children: <span className="wrap">{ticket.description}</span> },
          { key: 'age', label: t('age'), children: <Moment at={ticket.created_at} /> },
          { key: 'due', label: t('due'), children: <Moment at={ticket.due_at} /> },
        ]}
      />
      <h2 className="h">{t('goods')}</h2>
      <Table
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={ticket.lines}
        columns={[
          { title: t('sku'), dataIndex: 'sku' },
          { title: t('quantity'), dataIndex: 'quantity', align: 'right' },
          { title: t('reason'), dataIndex: 'reason' },
          { title: t('amount'), align: 'right', render: (_, line) => <Money of={line.requested} /> },
        ]}
      />
    </>
  );
}

import { Descriptions, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { Money } from '../../../parts/money';
import { CaseTag } from '../../../parts/status';
import { useValue } from '../../../words/use';
import { Due } from '../../../parts/due';
import { useNames } from '../../../parts/people/name';
import { useRoleName } from '../../../parts/people/people';

/** What a decision about the ticket rests on: amount, what the rules say, who must agree, the customer's words, the goods. */
export function Facts({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('approvals');
  const say = useValue();
  const [role, names] = [useRoleName(), useNames()];
  const agreed = (approval: Schemas['Approval']) => [
    t('agreed_of', { agreed: approval.agreed.length, required: approval.required }),
    ...(approval.agreed.length > 0 ? [t('agreed_by', { names: approval.agreed.map(names).join(t('and')) })] : []),
  ];
  return (
    <section aria-label={t('facts')}>
      <h2 className="h">{t('facts')}</h2>
      <Descriptions
        size="small"
        column={1}
        bordered
        styles={{ label: { width: 150 } }}
        items={[
          { key: 'amount', label: t('amount'), children: <b>{ticket.refund?.amount ? <Money of={ticket.refund.amount} /> : t('nothing')}</b> },
          { key: 'why', label: t('why_tier'), children: <span className="wrap">{ticket.refund?.explanation ?? t('nothing')}</span> },
          ...ticket.approvals.map((approval, at) => ({
            key: `need${at}`,
            label: t('need', { at: at + 1 }),
            children: `${role(approval.need.role)} · ${agreed(approval).join(' · ')}`,
          })),
          { key: 'words', label: t('words'), children: <span className="wrap">{ticket.description || ticket.subject}</span> },
          { key: 'kind', label: t('kind'), children: say('TicketKind', ticket.kind) },
          { key: 'case', label: t('case'), children: <CaseTag value={ticket.case} /> },
          { key: 'owner', label: t('owner'), children: ticket.assignee ? names(ticket.assignee) : t('nobody') },
          { key: 'age', label: t('age'), children: <Moment at={ticket.created_at} /> },
          { key: 'due', label: t('due'), children: <Soonest ticket={ticket.id} /> },
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
    </section>
  );
}

/** The time limit of what is owed next; only lists come with it. */
function Soonest({ ticket }: { ticket: string }) {
  const { t } = useTranslation('approvals');
  const sla = api.useQuery('get', '/api/v1/tickets/{id}/sla', { params: { path: { id: ticket } } });
  return sla.data?.due_at ? <Due at={sla.data.due_at} /> : <>{t('nothing')}</>;
}

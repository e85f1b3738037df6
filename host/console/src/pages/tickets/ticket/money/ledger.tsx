import { Flex, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Money } from '../../../../parts/money';
import { Moment } from '../../../../parts/moment';
import { ProblemAlert } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';

/** What was booked, and what was sent to be paid. */
export function Ledger({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const say = useValue();
  const may = useMay();
  const entries = api.useQuery('get', '/api/v1/tickets/{id}/settlements', { params: { path: { id: ticket.id } } });
  const sent = api.useQuery('get', '/api/v1/refund-instructions', { params: { query: { ticket: ticket.id, limit: 50 } } }, { enabled: may('finance:read') });
  return (
    <Flex vertical gap="small">
      <h2 className="h">{t('money.ledger')}</h2>
      {entries.error ? <ProblemAlert error={entries.error} /> : null}
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        loading={entries.isPending}
        dataSource={entries.data?.items ?? []}
        locale={{ emptyText: t('money.none') }}
        scroll={{ x: true }}
        columns={[
          { title: t('money.kind'), dataIndex: 'kind', render: (kind: Schemas['EntryKind']) => say('EntryKind', kind) },
          { title: t('money.payer'), dataIndex: 'payer', render: (payer: Schemas['Payer']) => say('Payer', payer) },
          { title: t('money.reason'), dataIndex: 'reason' },
          { title: t('money.at'), dataIndex: 'at', render: (at: string) => <Moment at={at} /> },
          { title: t('money.amount'), dataIndex: 'amount', align: 'end', render: (of: Schemas['Money']) => <Money of={of} /> },
        ]}
      />
      {sent.data?.items.length ? <h2 className="h">{t('money.sent')}</h2> : null}
      {sent.data?.items.map(({ id, amount, state, tender, failure }) => (
        <Flex key={id} gap="small" wrap>
          <Money of={amount} /> <span>{tender}</span> <b>{say('RefundState', state)}</b> <span>{failure}</span>
        </Flex>
      ))}
    </Flex>
  );
}

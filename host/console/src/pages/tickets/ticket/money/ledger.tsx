import { Button, Flex, Table, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Money } from '../../../../parts/money';
import { Moment } from '../../../../parts/moment';
import { ProblemAlert } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';
import { Who } from '../../../../parts/people/name';
import { possible } from '../possible';
import { useReasonWord } from '../reason_word';
import { currency, type Ticket } from '../ticket';
import { Sent } from './sent';
import { total } from './total';
import { Wide } from './wide';

/** What was booked for the customer, line by line, with its sum; and what was sent to be paid. */
export function Ledger({ ticket, act }: { ticket: Ticket; act: (key: string) => void }) {
  const { t } = useTranslation('ticket_money');
  const why = useReasonWord();
  const say = useValue();
  const may = useMay();
  const entries = api.useQuery('get', '/api/v1/tickets/{id}/settlements', { params: { path: { id: ticket.id } } });
  const items = entries.data?.items ?? [];
  const goods = (line: string | null | undefined) => ticket.lines.find(({ id }) => id === line)?.sku ?? '';
  return (
    <Flex vertical gap="middle">
      {ticket.refund ? (
        <Flex gap="small" wrap align="center">
          {t('decided')} <b><Money of={ticket.refund.amount} /></b>
          {ticket.deductions.map(({ code, reason, amount }) => (
            <Tag key={code + reason}>
              {t('kept', { reason })} <Money of={amount} />
            </Tag>
          ))}
        </Flex>
      ) : null}
      <Flex justify="space-between" align="center" wrap gap="small">
        <h2 className="h">{t('ledger')}</h2>
        <Flex gap="small" wrap>
          {may('ticket:write') && possible.amount(ticket) ? <Button onClick={() => act('amounts')}>{t('change')}</Button> : null}
          {may('finance:write') && possible.settle(ticket) ? <Button onClick={() => act('book')}>{t('book')}</Button> : null}
        </Flex>
      </Flex>
      {entries.error ? <ProblemAlert error={entries.error} retry={() => void entries.refetch()} /> : null}
      <Wide label={t('ledger')}>
        <Table
          size="small"
          rowKey="id"
          pagination={false}
          loading={entries.isPending}
          dataSource={items}
          locale={{ emptyText: t('none') }}
          columns={[
            { title: t('kind'), dataIndex: 'kind', render: (kind: Schemas['EntryKind']) => say('EntryKind', kind) },
            { title: t('goods'), dataIndex: 'line', render: goods },
            { title: t('payer'), dataIndex: 'payer', render: (payer: Schemas['Payer']) => say('Payer', payer) },
            { title: t('reason'), dataIndex: 'reason', render: (reason: string) => why(reason) },
            { title: t('by'), dataIndex: 'actor', render: (actor: Schemas['Actor']) => <Who actor={actor} /> },
            { title: t('at'), dataIndex: 'at', render: (at: string) => <Moment at={at} /> },
            { title: t('amount'), dataIndex: 'amount', align: 'end', render: (of: Schemas['Money']) => <Money of={of} /> },
          ]}
          summary={() =>
            items.length > 0 ? (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0} colSpan={6}>
                  <b>{t('total')}</b>
                </Table.Summary.Cell>
                <Table.Summary.Cell index={6} align="end">
                  <b>
                    <Money of={total(items.map(({ amount }) => amount), currency(ticket))} />
                  </b>
                </Table.Summary.Cell>
              </Table.Summary.Row>
            ) : null
          }
        />
      </Wide>
      <Typography.Text type="secondary">{t('about')}</Typography.Text>
      {may('finance:read') ? <Sent ticket={ticket} /> : null}
    </Flex>
  );
}

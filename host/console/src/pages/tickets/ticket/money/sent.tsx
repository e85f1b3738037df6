import { Flex, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { Money } from '../../../../parts/money';
import { Moment } from '../../../../parts/moment';
import { ProblemAlert } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';
import type { Ticket } from '../ticket';
import { Wide } from './wide';

/** Orders to pay money back, and what became of them. */
export function Sent({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket_money');
  const say = useValue();
  const sent = api.useQuery('get', '/api/v1/refund-instructions', { params: { query: { ticket: ticket.id, limit: 50 } } });
  return (
    <Flex vertical gap="small">
      <h2 className="h">{t('sent')}</h2>
      {sent.error ? <ProblemAlert error={sent.error} retry={() => void sent.refetch()} /> : null}
      <Wide label={t('sent')}>
        <Table
          size="small"
          rowKey="id"
          pagination={false}
          loading={sent.isPending}
          dataSource={sent.data?.items ?? []}
          locale={{ emptyText: t('nothing_sent') }}
          columns={[
            { title: t('state'), dataIndex: 'state', render: (state: Schemas['RefundState']) => say('RefundState', state) },
            { title: t('tender'), dataIndex: 'tender', render: (tender: string) => t(`tenders.${tender}`, { defaultValue: tender }) },
            { title: t('reference'), dataIndex: 'reference' },
            { title: t('failure'), dataIndex: 'failure' },
            { title: t('at'), dataIndex: 'updated_at', render: (at: string) => <Moment at={at} /> },
            { title: t('amount'), dataIndex: 'amount', align: 'end', render: (of: Schemas['Money']) => <Money of={of} /> },
          ]}
        />
      </Wide>
    </Flex>
  );
}

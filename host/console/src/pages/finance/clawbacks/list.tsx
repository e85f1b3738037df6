import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { Money, totals } from '../../../parts/money';
import { CaseTag } from '../../../parts/status';
import { ClawbackActions } from './actions';

/** Tickets whose money is to be fetched back. */
export function Clawbacks() {
  const { t } = useTranslation('finance');
  const may = useMay();
  const query = api.useInfiniteQuery('get', '/api/v1/tickets', { params: { query: { money: 'clawback', limit: 50 } } }, paging);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Flex vertical gap="small">
      <Alert type="info" showIcon title={t('advice.clawback')} />
      <Flex gap="middle" wrap>
        <span>{t('clawbacks', { count: items.length })}</span>
        {totals(items.flatMap(({ refund }) => (refund?.amount ? [refund.amount] : []))).map((one) => (
          <b key={one.currency}>
            <Money of={one} />
          </b>
        ))}
      </Flex>
      <List
        query={query}
        rowKey="id"
        empty={t('empty.clawback')}
        columns={[
          { title: t('ticket'), render: (_, one) => <Link to={`/tickets/${one.id}?tab=money`}>{one.number}</Link> },
          { title: t('subject'), dataIndex: 'subject' },
          { title: t('refunded'), align: 'right', render: (_, one) => <Money of={one.refund?.amount} /> },
          { title: t('case'), render: (_, one) => <CaseTag value={one.case} /> },
          { title: t('updated'), render: (_, one) => <Moment at={one.updated_at} relative /> },
          ...(may('finance:write') ? [{ title: t('action'), render: (_: unknown, one: Schemas['TicketItem']) => <ClawbackActions ticket={one} /> }] : []),
        ]}
      />
    </Flex>
  );
}

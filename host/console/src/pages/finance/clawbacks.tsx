import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { List, paging } from '../../parts/list';
import { Moment } from '../../parts/moment';
import { Money } from '../../parts/money';
import { CaseTag } from '../../parts/status';

/** Tickets whose money is to be fetched back. */
export function Clawbacks() {
  const { t } = useTranslation('finance');
  const query = api.useInfiniteQuery('get', '/api/v1/tickets', { params: { query: { money: 'clawback', limit: 50 } } }, paging);
  return (
    <List
      query={query}
      rowKey="id"
      empty={t('empty.clawback')}
      columns={[
        { title: t('ticket'), render: (_, one) => <Link to={`/tickets/${one.id}`}>{one.number}</Link> },
        { title: t('subject'), dataIndex: 'subject' },
        { title: t('amount'), align: 'right', render: (_, one) => <Money of={one.refund?.amount} /> },
        { title: t('case'), render: (_, one) => <CaseTag value={one.case} /> },
        { title: t('updated'), render: (_, one) => <Moment at={one.updated_at} relative /> },
      ]}
    />
  );
}

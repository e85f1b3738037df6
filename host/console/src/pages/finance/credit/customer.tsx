import { Card, Flex, Skeleton, Statistic, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Moment } from '../../../parts/moment';
import { formatMoney, Money } from '../../../parts/money';
import { ProblemAlert } from '../../../parts/problem';
import { useLanguage } from '../../../words/use';
import { Book } from './book';

/** What one customer holds with the shop, and how it came to that. */
export function CustomerCredit({ id }: { id: string }) {
  const { t } = useTranslation('finance');
  const language = useLanguage();
  const may = useMay();
  const params = { params: { path: { id } } };
  const customer = api.useQuery('get', '/api/v1/customers/{id}', params);
  const credit = api.useQuery('get', '/api/v1/customers/{id}/credit', params);
  const error = customer.error ?? credit.error;
  if (error) return <ProblemAlert error={error} retry={() => void Promise.all([customer.refetch(), credit.refetch()])} />;
  if (!customer.data || !credit.data) return <Skeleton active />;
  const { balances, items } = credit.data;
  return (
    <Flex vertical gap="middle">
      <h2 className="h">{t('credit_of', { name: customer.data.name ?? customer.data.external_id, number: customer.data.external_id })}</h2>
      <Flex gap="middle" wrap align="start">
        {balances.map((one) => (
          <Card key={one.currency} size="small">
            <Statistic title={t('balance', { currency: one.currency })} value={formatMoney(one, language)} />
          </Card>
        ))}
        {balances.length === 0 ? <span>{t('no_balance')}</span> : null}
        {may('finance:write') ? <Book customer={id} currency={balances[0]?.currency ?? 'CNY'} /> : null}
      </Flex>
      <Table
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={[...items].reverse()}
        locale={{ emptyText: t('empty.credit') }}
        columns={[
          { title: t('at'), render: (_, one) => <Moment at={one.at} /> },
          { title: t('amount'), align: 'right', render: (_, one) => <Money of={one.amount} /> },
          { title: t('reason'), dataIndex: 'reason' },
          { title: t('ticket'), render: (_, one) => (one.ticket ? <Link to={`/tickets/${one.ticket}?tab=money`}>{t('open_ticket')}</Link> : null) },
        ]}
      />
    </Flex>
  );
}

import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client';

/** The ticket a payment is for, by the number that people use, and who gets the money. */
export function TicketRef({ id }: { id: string }) {
  const { t } = useTranslation('finance');
  const { data } = api.useQuery('get', '/api/v1/tickets/{id}', { params: { path: { id } } }, { staleTime: 60_000 });
  return (
    <Flex vertical>
      <Link to={`/tickets/${id}?tab=money`}>{data?.number ?? t('open_ticket')}</Link>
      {data?.customer ? <Typography.Text type="secondary">{data.customer.name ?? data.customer.external_id}</Typography.Text> : null}
    </Flex>
  );
}

/** How a refund is paid, in words; gateways are called as the shop calls them. */
export function useTender(): (tender: string) => string {
  const { t } = useTranslation('finance');
  return (tender) => t(`way.${tender}`, { defaultValue: tender });
}

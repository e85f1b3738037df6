import { Card, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';

/** Who asks: name, telephone, level and tags. */
export function CustomerCard({ of, ticket }: { of: Schemas['CustomerRef']; ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const customer = api.useQuery('get', '/api/v1/customers/{id}', { params: { path: { id: of.id } } });
  return (
    <Card size="small" title={<h2 className="h">{t('customer.title')}</h2>}>
      <Flex gap="small" wrap>
        <span>{customer.data?.name ?? of.name ?? of.external_id}</span>
        <span>{customer.data?.phone}</span>
        {of.member_level ? <Tag>{t('customer.level', { level: of.member_level })}</Tag> : null}
        {of.tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
        {ticket.risk ? <span>{t('customer.risk', { score: ticket.risk.score })}</span> : null}
      </Flex>
    </Card>
  );
}

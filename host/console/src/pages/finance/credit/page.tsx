import { Alert, Button, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { Here } from '../../../parts/here';
import { List, paging } from '../../../parts/list';
import { CustomerCredit } from './customer';

const NAMES = ['q'] as const;

/** What customers hold with the shop: find one, see the balance and every entry, give or take some. */
export function CreditPage({ customer, choose }: { customer: string | undefined; choose: (customer: string | null) => void }) {
  const { t } = useTranslation('finance');
  const { t: common } = useTranslation();
  const [{ q }, set] = useFilters(NAMES);
  const query = api.useInfiniteQuery('get', '/api/v1/customers', { params: { query: { ...(q ? { q } : {}), limit: 20 } } }, { ...paging, enabled: customer == null });
  if (customer) {
    return (
      <Flex vertical gap="small">
        <Button style={{ alignSelf: 'start' }} onClick={() => choose(null)}>
          {common('actions.back')}
        </Button>
        <CustomerCredit id={customer} />
      </Flex>
    );
  }
  return (
    <Flex vertical gap="small">
      <Alert type="info" showIcon title={t('advice.credit')} />
      <Input.Search
        key={q ?? ''}
        allowClear
        defaultValue={q ?? ''}
        maxLength={100}
        aria-label={t('find_customer')}
        placeholder={t('find_customer')}
        style={{ maxWidth: 360 }}
        onSearch={(text) => set({ q: text.trim() })}
        enterButton={common('actions.search')}
      />
      <List
        query={query}
        rowKey="id"
        empty={q ? t('empty.customer', { q }) : t('empty.customers')}
        columns={[
          {
            title: t('customer'),
            render: (_, one) => (
              <Here set={{ customer: one.id }}>{one.name ?? one.external_id}</Here>
            ),
          },
          { title: t('customer_number'), dataIndex: 'external_id' },
          { title: t('phone'), dataIndex: 'phone' },
          { title: t('level'), dataIndex: 'member_level' },
        ]}
      />
    </Flex>
  );
}

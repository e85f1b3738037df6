import { Badge, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { useFilters } from '../../parts/filters';
import { Page } from '../../parts/page';
import { Clawbacks } from './clawbacks/list';
import { CreditPage } from './credit/page';
import { Notices } from './notices/list';
import { RefundList } from './refunds/list';
import { Statement } from './statement/page';

const NAMES = ['tab', 'customer', 'gateway', 'q'] as const;
const STATES = ['pending', 'failed', 'unknown', 'held', 'sent', 'paid'] as const;
const REST = ['clawback', 'statement', 'notices', 'credit'] as const;

/** How many wait: what one page of 200 holds, so that a badge costs one question. */
function useCount(state: Schemas['RefundState']): number {
  return api.useQuery('get', '/api/v1/refund-instructions', { params: { query: { state, limit: 200 } } }, { staleTime: 30_000 }).data?.items.length ?? 0;
}

/** Money that goes back: what is to be paid, what went wrong, and what the gateways say about it. */
export function FinancePage() {
  const { t } = useTranslation('finance');
  const [filters, set] = useFilters(NAMES);
  const counts: Record<string, number> = { pending: useCount('pending'), failed: useCount('failed'), unknown: useCount('unknown') };
  const keys = [...STATES, ...REST];
  const tab = keys.find((one) => one === filters.tab) ?? 'pending';
  const rest = {
    clawback: () => <Clawbacks />,
    statement: () => <Statement />,
    notices: () => <Notices gateway={filters.gateway} choose={(gateway) => set({ gateway })} />,
    credit: () => <CreditPage customer={filters.customer} choose={(customer) => set({ customer })} />,
  };
  return (
    <Page title={t('title')}>
      <Tabs
        activeKey={tab}
        onChange={(to) => set({ tab: to === 'pending' ? null : to, customer: null, gateway: null, q: null })}
        destroyOnHidden
        items={keys.map((key) => ({
          key,
          label: (
            <>
              {t(`tab.${key}`)} {counts[key] ? key === 'pending' ? `(${counts[key]})` : <Badge count={counts[key]} overflowCount={199} size="small" /> : null}
            </>
          ),
          children: key !== tab ? null : key in rest ? rest[key as keyof typeof rest]() : <RefundList state={key as (typeof STATES)[number]} />,
        }))}
      />
    </Page>
  );
}

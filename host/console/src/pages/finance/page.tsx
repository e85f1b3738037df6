import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilters } from '../../parts/filters';
import { Page } from '../../parts/page';
import { Clawbacks } from './clawbacks';
import { RefundList } from './refunds';
import { Reconcile } from './reconcile';

const NAMES = ['tab'] as const;
const STATES = ['pending', 'held', 'sent', 'failed', 'unknown', 'paid'] as const;

/** Money that goes back: what is to be paid, what went wrong, and what the gateways say about it. */
export function FinancePage() {
  const { t } = useTranslation('finance');
  const [filters, set] = useFilters(NAMES);
  const keys = [...STATES, 'reconcile', 'clawback'];
  const tab = keys.find((one) => one === filters.tab) ?? 'pending';
  return (
    <Page title={t('title')}>
      <Tabs
        activeKey={tab}
        onChange={(to) => set({ tab: to === 'pending' ? null : to })}
        destroyOnHidden
        items={[
          ...STATES.map((state) => ({ key: state, label: t(`tab.${state}`), children: <RefundList state={state} /> })),
          { key: 'reconcile', label: t('tab.reconcile'), children: <Reconcile /> },
          { key: 'clawback', label: t('tab.clawback'), children: <Clawbacks /> },
        ]}
      />
    </Page>
  );
}

import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilters } from '../../parts/filters';
import { Page } from '../../parts/page';
import { Picks } from './picks';
import { Scan } from './scan';
import { Unidentified } from './unidentified';

const NAMES = ['tab'] as const;
const TABS = { scan: Scan, unidentified: Unidentified, picks: Picks } as const;
const KEYS = ['scan', 'unidentified', 'picks'] as const;

/** Work at the gate and among the shelves. */
export function WarehousePage() {
  const { t } = useTranslation('warehouse');
  const [filters, set] = useFilters(NAMES);
  const tab = KEYS.find((one) => one === filters.tab) ?? 'scan';
  return (
    <Page title={t('title')}>
      <Tabs
        size="large"
        activeKey={tab}
        onChange={(to) => set({ tab: to === 'scan' ? null : to })}
        destroyOnHidden
        items={KEYS.map((key) => {
          const Shown = TABS[key];
          return { key, label: t(`tab.${key}`), children: <Shown /> };
        })}
      />
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { useFilters } from '../../parts/filters';
import { Page } from '../../parts/page';
import { Expected } from './arrivals/expected';
import { ToInspect } from './arrivals/to_inspect';
import { Checklists } from './checklists/list';
import { useCounts } from './counts';
import { Picks } from './picking/picks';
import { Rooms } from './rooms';
import { Scan } from './scanning/scan';
import { Shipping } from './shipping/shipping';
import { Unidentified } from './unidentified/list';

const NAMES = ['tab'] as const;
const SHOWN = { scan: Scan, inspect: ToInspect, expected: Expected, unidentified: Unidentified, picks: Picks, ship: Shipping, checklists: Checklists } as const;
const KEYS = ['scan', 'inspect', 'expected', 'unidentified', 'picks', 'ship', 'checklists'] as const;

/** Work at the gate and among the shelves. */
export function WarehousePage() {
  const { t } = useTranslation('warehouse');
  const [filters] = useFilters(NAMES);
  const counts: Partial<Record<string, number>> = useCounts();
  const here = KEYS.find((one) => one === filters.tab) ?? 'scan';
  const Room = SHOWN[here];
  return (
    <Page title={t('title')}>
      <Rooms
        here={here}
        rooms={KEYS.map((key) => ({ key, to: key === 'scan' ? '/warehouse' : `/warehouse?tab=${key}`, label: t(`tab.${key}`), count: counts[key] ?? 0 }))}
      />
      <Room key={here} />
    </Page>
  );
}

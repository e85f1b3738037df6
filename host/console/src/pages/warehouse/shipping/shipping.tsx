import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { paging } from '../../../parts/list';
import { useValue } from '../../../words/use';
import { Cards } from '../cards';
import { States } from '../states';
import { Back } from './back';
import { ReplacementCard } from './replacement';

const NAMES = ['out'] as const;
const STATES = ['ready', 'reserving', 'out_of_stock', 'awaiting_payment', 'shipped'] as const satisfies Schemas['ReplacementState'][];

/** What leaves: goods for customers, and refused goods that go back to them. */
export function Shipping() {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  const [filters, set] = useFilters(NAMES);
  const state = STATES.find((one) => one === filters.out) ?? 'ready';
  const query = api.useInfiniteQuery('get', '/api/v1/replacements', { params: { query: { state, limit: 50 } } }, paging);
  return (
    <Flex vertical gap="large">
      <section aria-label={t('ship.replacements')}>
        <Flex vertical gap="middle">
          <h2 className="h">{t('ship.replacements')}</h2>
          <States
            label={t('ship.state')}
            value={state}
            onChange={(to) => set({ out: to === 'ready' ? null : to })}
            options={STATES.map((value) => ({ value, label: say('ReplacementState', value) }))}
          />
          <Cards query={query} keyOf={({ id }) => id} nameOf={({ kind, lines }) => `${say('ReplacementKind', kind)} ${lines[0]?.sku ?? ''}`} empty={t(`empty.${state}`)}>
            {(one) => <ReplacementCard one={one} />}
          </Cards>
        </Flex>
      </section>
      <Back />
    </Flex>
  );
}

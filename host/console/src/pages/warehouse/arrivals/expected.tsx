import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { useValue } from '../../../words/use';
import { Cards } from '../cards';
import { GoodsOf } from '../goods';
import { States } from '../states';
import { Parcels } from './parcels';

const NAMES = ['way'] as const;
const STATES = ['in_transit', 'partially_received', 'awaiting_return', 'exception'] as const satisfies Schemas['CaseStatus'][];

/** Parcels that are awaited, by their tickets. */
export function Expected() {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  const [filters, set] = useFilters(NAMES);
  const state = STATES.find((one) => one === filters.way) ?? 'in_transit';
  const query = api.useInfiniteQuery('get', '/api/v1/tickets', { params: { query: { case: state, limit: 20 } } }, paging);
  return (
    <Flex vertical gap="middle">
      <States
        label={t('arrivals.state')}
        value={state}
        onChange={(to) => set({ way: to === 'in_transit' ? null : to })}
        options={STATES.map((value) => ({ value, label: say('CaseStatus', value) }))}
      />
      <Cards query={query} keyOf={({ id }) => id} nameOf={({ number }) => number} empty={t(`empty.${state}`)}>
        {(ticket) => (
          <>
            <GoodsOf ticket={ticket} state={false} />
            <Awaited ticket={ticket.id} />
            <span>
              {t('since')} <Moment at={ticket.updated_at} relative />
            </span>
          </>
        )}
      </Cards>
    </Flex>
  );
}

/** The API lists no awaited parcels: each ticket is asked for its own. */
function Awaited({ ticket }: { ticket: string }) {
  const found = api.useQuery('get', '/api/v1/tickets/{id}/warehouse', { params: { path: { id: ticket } } }, { staleTime: 30_000 });
  return found.data ? <Parcels parcels={found.data.parcels} /> : null;
}

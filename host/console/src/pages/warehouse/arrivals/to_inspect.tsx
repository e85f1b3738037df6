import { Button, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { useValue } from '../../../words/use';
import { Cards } from '../cards';
import { GoodsOf } from '../goods';
import { States } from '../states';

const NAMES = ['here', 'q'] as const;
const STATES = ['received', 'partially_received', 'inspection_hold'] as const satisfies Schemas['CaseStatus'][];

/** Goods that are here: to be inspected, in part, or on hold. */
export function ToInspect() {
  const { t } = useTranslation('warehouse');
  const { t: common } = useTranslation();
  const say = useValue();
  const navigate = useNavigate();
  const [filters, set] = useFilters(NAMES);
  const state = STATES.find((one) => one === filters.here) ?? 'received';
  // What is searched may stand anywhere: who types a number wants that ticket.
  const wanted = filters.q ? { q: filters.q } : { case: state };
  const query = api.useInfiniteQuery('get', '/api/v1/tickets', { params: { query: { ...wanted, limit: 50 } } }, paging);
  return (
    <Flex vertical gap="middle">
      <Flex gap="small" wrap>
        <States
          label={t('arrivals.state')}
          value={state}
          onChange={(to) => set({ here: to === 'received' ? null : to, q: null })}
          options={STATES.map((value) => ({ value, label: say('CaseStatus', value) }))}
        />
        <Input.Search
          key={filters.q ?? ''}
          allowClear
          defaultValue={filters.q ?? ''}
          style={{ maxWidth: 420 }}
          enterButton={common('actions.search')}
          aria-label={t('unidentified.find')}
          placeholder={t('unidentified.find')}
          onSearch={(text) => set({ q: text.trim() })}
        />
      </Flex>
      <Cards query={query} keyOf={({ id }) => id} nameOf={({ number }) => number} empty={t(filters.q ? 'unidentified.nobody' : `empty.${state}`)}>
        {(ticket) => (
          <>
            <Flex vertical gap={4}>
              <GoodsOf ticket={ticket} state={Boolean(filters.q)} />
              <span>
                {t('since')} <Moment at={ticket.updated_at} relative />
              </span>
            </Flex>
            <Button type={state === 'received' ? 'primary' : 'default'} onClick={() => void navigate(`/warehouse/inspect/${ticket.id}`)}>
              {t(state === 'inspection_hold' ? 'arrivals.open' : 'scan.inspect')}
            </Button>
          </>
        )}
      </Cards>
    </Flex>
  );
}

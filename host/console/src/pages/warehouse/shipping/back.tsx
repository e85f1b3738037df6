import { Button, Flex } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { useTell } from '../../../parts/problem';
import { Cards } from '../cards';
import { GoodsOf } from '../goods';
import { Departure } from './departure';

/** Refused goods that go back to the customer. */
export function Back() {
  const { t } = useTranslation('warehouse');
  const { done } = useTell();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Schemas['TicketItem'] | null>(null);
  const query = api.useInfiniteQuery('get', '/api/v1/tickets', { params: { query: { case: 'send_back', limit: 50 } } }, paging);
  const ship = api.useMutation('post', '/api/v1/tickets/{id}/ship-back', {
    onSuccess: () => {
      done(t('ship.done'));
      setChosen(null);
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => /^\/api\/v1\/(tickets|pick-lists)/.test(String(queryKey[1])) }),
  });
  return (
    <section aria-label={t('ship.back')}>
      <Flex vertical gap="middle">
        <h2 className="h">{t('ship.back')}</h2>
        <Cards query={query} keyOf={({ id }) => id} nameOf={({ number }) => number} empty={t('empty.send_back')}>
          {(ticket) => (
            <>
              <Flex vertical gap={4}>
                <GoodsOf ticket={ticket} state={false} />
                <span>
                  {t('since')} <Moment at={ticket.updated_at} relative />
                </span>
              </Flex>
              <Button
                type="primary"
                onClick={() => {
                  ship.reset();
                  setChosen(ticket);
                }}
              >
                {t('ship.ship_back')}
              </Button>
            </>
          )}
        </Cards>
      </Flex>
      {chosen ? (
        <Departure
          title={t('ship.ship_back')}
          error={ship.error}
          busy={ship.isPending}
          close={() => setChosen(null)}
          leave={({ number }) => ship.mutate({ params: { path: { id: chosen.id }, header: ifMatch(chosen.version) }, body: { tracking_number: number } })}
        />
      ) : null}
    </section>
  );
}

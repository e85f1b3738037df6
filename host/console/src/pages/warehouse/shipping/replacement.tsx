import { Button, Flex, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { useTell } from '../../../parts/problem';
import { GoodsOf } from '../goods';
import { Departure } from './departure';

/** Goods that leave for a customer, with what the warehouse does about them. */
export function ReplacementCard({ one }: { one: Schemas['Replacement'] }) {
  const { t } = useTranslation('warehouse');
  const { failed, done } = useTell();
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const path = { id: one.ticket, rid: one.id };
  // The version that counts is the ticket's; the list of replacements does not tell it.
  const ticket = api.useQuery('get', '/api/v1/tickets/{id}', { params: { path: { id: one.ticket } } });
  const again = () => queries.invalidateQueries({ predicate: ({ queryKey }) => /^\/api\/v1\/(replacements|pick-lists|tickets)/.test(String(queryKey[1])) });
  const after = { onError: failed, onSuccess: () => done(), onSettled: again };
  const reserved = api.useMutation('post', '/api/v1/tickets/{id}/replacements/{rid}/reserved', after);
  const none = api.useMutation('post', '/api/v1/tickets/{id}/replacements/{rid}/out-of-stock', after);
  const ship = api.useMutation('post', '/api/v1/tickets/{id}/replacements/{rid}/ship', {
    onSuccess: () => {
      done(t('ship.done'));
      setLeaving(false);
    },
    onSettled: again,
  });
  const params = { path, header: ticket.data ? ifMatch(ticket.data.version) : {} };
  // While an inventory system is asked about stock, what it says counts.
  const byHand = one.stock.by === 'person' && (one.state === 'reserving' || one.state === 'out_of_stock');
  return (
    <>
      <Flex vertical gap="small">
        {one.lines.map(({ replaces, sku, title, quantity }) => (
          <b key={replaces + sku} className="wrap" style={{ fontSize: 18 }}>
            {t('goods', { sku: title ? `${title} ${sku}` : sku, quantity })}
          </b>
        ))}
        {ticket.data ? <GoodsOf ticket={ticket.data} state={false} lines={false} /> : null}
        {one.note ? <span className="wrap">{one.note}</span> : null}
        {one.stock.missing?.map(({ sku, available }) => <span key={sku}>{t('ship.lacking', { sku, count: available ?? 0 })}</span>)}
        {one.shipment ? (
          <span>
            {one.shipment.carrier} {one.shipment.number} <Moment at={one.shipment.at} />
          </span>
        ) : (
          <span>
            {t('since')} <Moment at={one.updated_at} relative />
          </span>
        )}
      </Flex>
      <Flex gap="small" wrap>
        {one.state === 'ready' ? (
          <Button type="primary" disabled={!ticket.data} onClick={() => setLeaving(true)}>
            {t('ship.ship')}
          </Button>
        ) : null}
        {byHand ? (
          <Button type="primary" disabled={!ticket.data} loading={reserved.isPending} onClick={() => reserved.mutate({ params })}>
            {t('ship.reserved')}
          </Button>
        ) : null}
        {one.state === 'reserving' && byHand ? (
          <Popconfirm title={t('ship.none_ask')} onConfirm={() => none.mutate({ params })}>
            <Button danger disabled={!ticket.data} loading={none.isPending}>
              {t('ship.none')}
            </Button>
          </Popconfirm>
        ) : null}
      </Flex>
      {leaving ? (
        <Departure
          title={t('ship.ship')}
          carrier
          error={ship.error}
          busy={ship.isPending}
          close={() => setLeaving(false)}
          leave={({ number, carrier }) => ship.mutate({ params, body: { tracking_number: number, carrier: carrier || null } })}
        />
      ) : null}
    </>
  );
}

import { Empty, Flex, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { ProblemAlert } from '../../../parts/problem';

/** Parcels, inspections and the offer that followed. */
export function Warehouse({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const found = api.useQuery('get', '/api/v1/tickets/{id}/warehouse', { params: { path: { id: ticket.id } } });
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Spin />;
  const { parcels, inspections, offer } = found.data;
  if (parcels.length + inspections.length === 0) return <Empty description={t('warehouse.none')} />;
  return (
    <Flex vertical gap="small">
      {parcels.map((parcel) => (
        <Flex key={parcel.id} gap="small" wrap>
          <b>{parcel.number}</b> {parcel.arrived_at ? <Moment at={parcel.arrived_at} /> : t('warehouse.underway')}
        </Flex>
      ))}
      {inspections.map(({ at, lines }) => (
        <div key={at}>
          <Moment at={at} />
          {lines.map(({ line, good, damaged = 0, missing = 0, note }) => (
            <p key={line}>
              {t('warehouse.line', { sku: ticket.lines.find(({ id }) => id === line)?.sku ?? line, good, damaged, missing })} {note}
            </p>
          ))}
        </div>
      ))}
      {offer ? <p>{offer.text}</p> : null}
    </Flex>
  );
}

import { Card, Empty, Flex, Spin, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { Moment } from '../../../../parts/moment';
import { ProblemAlert } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';
import { Who } from '../../../../parts/people/name';
import type { Ticket } from '../ticket';
import { Offered } from './offered';

/** Parcels, inspections and the offer that followed. */
export function Warehouse({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket_goods');
  const found = api.useQuery('get', '/api/v1/tickets/{id}/warehouse', { params: { path: { id: ticket.id } } });
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Spin />;
  const { parcels, inspections, offer } = found.data;
  return (
    <Flex vertical gap="small">
      <h2 className="h">{t('way')}</h2>
      {offer ? <Offered offer={offer} ticket={ticket} /> : null}
      {parcels.map((parcel) => (
        <Parcel key={parcel.id} parcel={parcel} />
      ))}
      {inspections.map((inspection) => (
        <Inspected key={inspection.id} of={inspection} ticket={ticket} />
      ))}
      {parcels.length + inspections.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} /> : null}
    </Flex>
  );
}

function Parcel({ parcel }: { parcel: Schemas['KnownParcel'] }) {
  const { t } = useTranslation('ticket_goods');
  const say = useValue();
  const state = parcel.withdrawn_at ? 'withdrawn' : parcel.arrived_at ? 'arrived' : 'underway';
  return (
    <Flex gap="small" wrap align="center">
      <Typography.Text strong copyable={{ tooltips: false }}>
        {parcel.number}
      </Typography.Text>
      <span>{parcel.carrier}</span>
      <Tag>{say('ParcelPurpose', parcel.purpose)}</Tag>
      <Tag>{t(state)}</Tag>
      <Moment at={parcel.withdrawn_at ?? parcel.arrived_at ?? parcel.since} />
    </Flex>
  );
}

function Inspected({ of, ticket }: { of: Schemas['KeptInspection']; ticket: Ticket }) {
  const { t } = useTranslation('ticket_goods');
  const say = useValue();
  const sku = (line: string) => ticket.lines.find(({ id }) => id === line)?.sku ?? line;
  return (
    <Card size="small" title={t('inspection')} extra={<Tag>{say('Finding', of.finding)}</Tag>}>
      <Flex vertical>
        <span>
          <Who actor={of.by} /> <Moment at={of.at} />
        </span>
        {of.lines.map(({ line, good, damaged = 0, missing = 0, wrong = 0, note }) => (
          <span key={line}>
            {t('line', { sku: sku(line), good, damaged, missing, wrong })} {note}
          </span>
        ))}
        {of.problems.map(({ kind, line, quantity, detail }) => (
          <Typography.Text key={kind + line} type="danger">
            {say('ProblemKind', kind)} {sku(line)} × {quantity} {detail}
          </Typography.Text>
        ))}
      </Flex>
    </Card>
  );
}

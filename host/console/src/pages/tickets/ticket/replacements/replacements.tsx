import { Button, Card, Descriptions, Empty, Flex, Spin, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Money } from '../../../../parts/money';
import { Moment } from '../../../../parts/moment';
import { ProblemAlert } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';
import { possible } from '../possible';
import { at, type Ticket } from '../ticket';
import { useSend } from '../use_send';
import { StepModal } from './step_modal';
import { FIELDS, NEEDS, type Step, stepsOf } from './steps';

/** Goods that leave for the customer: exchanges, resends and repairs, each with what can happen next. */
export function Replacements({ ticket, act }: { ticket: Ticket; act: (key: string) => void }) {
  const { t } = useTranslation('ticket_replacements');
  const may = useMay();
  const found = api.useQuery('get', '/api/v1/tickets/{id}/replacements', { params: { path: { id: ticket.id } } });
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Spin />;
  const propose = may('ticket:write') && possible.propose(ticket);
  return (
    <Flex vertical gap="small">
      <Flex justify="space-between" align="center" gap="small" wrap>
        <h2 className="h">{t('title')}</h2>
        {propose ? <Button onClick={() => act('propose')}>{t(`propose.${ticket.kind}`)}</Button> : null}
      </Flex>
      {found.data.items.map((one) => (
        <One key={one.id} one={one} ticket={ticket} />
      ))}
      {found.data.items.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(propose ? 'none_yet' : 'none')} /> : null}
    </Flex>
  );
}

function One({ one, ticket }: { one: Schemas['Replacement']; ticket: Ticket }) {
  const { t } = useTranslation('ticket_replacements');
  const say = useValue();
  const may = useMay();
  const { send, busy } = useSend();
  const [asked, setAsked] = useState<Step | null>(null);
  const steps = stepsOf(one).filter((step) => NEEDS[step].some((need) => may(need)));
  const sku = (line: string) => ticket.lines.find(({ id }) => id === line)?.sku ?? line;
  const press = (step: Step) => {
    if (FIELDS[step]) return setAsked(step);
    const params = { path: { id: ticket.id, rid: one.id }, header: at(ticket).params.header };
    void send(() => {
      switch (step) {
        case 'reserved':
          return fetcher.POST('/api/v1/tickets/{id}/replacements/{rid}/reserved', { params });
        case 'out_of_stock':
          return fetcher.POST('/api/v1/tickets/{id}/replacements/{rid}/out-of-stock', { params });
        case 'delivered':
          return fetcher.POST('/api/v1/tickets/{id}/replacements/{rid}/delivered', { params });
        default:
          return fetcher.POST('/api/v1/tickets/{id}/replacements/{rid}/answer', { params, body: { choice: step === 'refund' ? 'refund' : 'wait' } });
      }
    });
  };
  const { shipment, consent, paid } = one;
  const items = [
    { key: 'goods', label: t('goods'), children: one.lines.map((line) => <div key={line.replaces + line.sku}>{`${line.title || line.sku} × ${line.quantity}`} <Money of={line.amount} /> {line.reason}</div>) },
    ...(one.returned.length > 0 ? [{ key: 'returned', label: t('returned'), children: one.returned.map(({ line, quantity, credit }) => <div key={line}>{`${sku(line)} × ${quantity}`} <Money of={credit} /></div>) }] : []),
    ...(one.difference.minor !== 0 ? [{ key: 'difference', label: t(one.difference.minor > 0 ? 'owes' : 'gets'), children: <Money of={{ ...one.difference, minor: Math.abs(one.difference.minor) }} /> }] : []),
    ...(paid ? [{ key: 'paid', label: t('paid'), children: <Flex gap="small" wrap>{paid.reference} <Moment at={paid.at} /></Flex> }] : []),
    ...(shipment ? [{ key: 'shipment', label: t('shipment'), children: <Flex gap="small" wrap><span>{shipment.carrier}</span> <span>{shipment.number}</span> <Moment at={shipment.at} /></Flex> }] : []),
    ...(shipment?.delivered_at ? [{ key: 'delivered', label: t('delivered'), children: <Moment at={shipment.delivered_at} /> }] : []),
    ...(one.return_by ? [{ key: 'return_by', label: t('return_by'), children: <Moment at={one.return_by} /> }] : []),
    ...(consent ? [{ key: 'consent', label: t('asked'), children: <Flex gap="small" wrap>{consent.text} <Tag>{say('ConsentState', consent.state)}</Tag></Flex> }] : []),
    ...(one.note ? [{ key: 'note', label: t('note'), children: one.note }] : []),
  ];
  return (
    <Card size="small" role="group" aria-label={say('ReplacementKind', one.kind)} title={say('ReplacementKind', one.kind)} extra={<Tag>{say('ReplacementState', one.state)}</Tag>}>
      <Flex vertical gap="small">
        <Descriptions size="small" column={1} items={items} />
        {one.state === 'reserved' ? <span>{t(one.ship_first ? 'ships_first' : 'awaits_goods')}</span> : null}
        {steps.length > 0 ? (
          <Flex gap="small" wrap>
            {steps.map((step, place) => (
              <Button key={step} type={place === 0 ? 'primary' : 'default'} danger={step === 'cancel'} loading={busy} onClick={() => press(step)}>
                {t(`step.${step}`)}
              </Button>
            ))}
          </Flex>
        ) : null}
      </Flex>
      {asked ? <StepModal step={asked} one={one} ticket={ticket} close={() => setAsked(null)} /> : null}
    </Card>
  );
}

import { ArrowLeftOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { Parcels } from '../arrivals/parcels';
import { GoodsOf } from '../goods';
import { InspectionForm } from './form';
import type { MadeOffer } from './next';
import { Result } from './result';
import { SendBack } from './send_back';

/** The goods of one ticket: what came, what was found, and what happens next. */
export function InspectionPage() {
  const { t } = useTranslation('warehouse');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const path = { params: { path: { id } } };
  const ticket = api.useQuery('get', '/api/v1/tickets/{id}', path);
  const house = api.useQuery('get', '/api/v1/tickets/{id}/warehouse', path);
  const error = ticket.error ?? house.error;
  const back = (
    <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate('/warehouse')}>
      {t('inspect.back')}
    </Button>
  );
  return (
    <Page title={t('inspect.title')} actions={back}>
      {error ? <ProblemAlert error={error} retry={() => void Promise.all([ticket.refetch(), house.refetch()])} /> : null}
      {ticket.data && house.data ? <Inspected key={id} ticket={ticket.data} house={house.data} /> : error ? null : <Skeleton active />}
    </Page>
  );
}

/** What the warehouse knows of the ticket. */
type House = Omit<Schemas['WarehouseView'], 'offer'> & { offer?: MadeOffer | null };

function Inspected({ ticket, house }: { ticket: Schemas['TicketView']; house: House }) {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  const navigate = useNavigate();
  const last = house.inspections.at(-1);
  const [open, setOpen] = useState(!last || last.finding === 'waiting');
  const order = api.useQuery('get', '/api/v1/orders/{id}', { params: { path: { id: ticket.order?.id ?? '' } } }, { enabled: ticket.order != null });
  const titles = Object.fromEntries(
    ticket.lines.map((line) => [line.id, order.data?.lines.find(({ external_id: name }) => name === line.order_line)?.title || line.sku || t('inspect.unknown')]),
  );
  const missing = house.parcels.filter(({ arrived_at: here, withdrawn_at: gone }) => !here && !gone);
  const possible = ticket.possible.includes('goods_inspected');
  return (
    <Flex vertical gap="middle">
      <Card size="small" role="group" aria-label={ticket.number}>
        <Flex vertical gap="small">
          <GoodsOf ticket={ticket} />
          <Parcels parcels={house.parcels} />
        </Flex>
      </Card>
      {last ? <Result ticket={ticket} inspection={last} offer={house.offer} /> : null}
      {open ? null : (
        <Flex gap="small" wrap>
          <Button type="primary" size="large" onClick={() => void navigate('/warehouse')}>
            {t('inspect.scan_next')}
          </Button>
          {possible ? <Button onClick={() => setOpen(true)}>{t('inspect.again')}</Button> : null}
          {ticket.possible.includes('agreement_failed') ? <SendBack ticket={ticket} /> : null}
        </Flex>
      )}
      {open && !possible ? <Alert type="info" showIcon title={t('inspect.not_now', { state: say('CaseStatus', ticket.case) })} /> : null}
      {open && possible ? (
        <>
          {missing.length > 0 ? <Alert type="warning" showIcon title={t('inspect.partial', { count: missing.length })} description={t('inspect.partial_hint')} /> : null}
          <InspectionForm ticket={ticket} titles={titles} before={last} done={() => setOpen(false)} />
        </>
      ) : null}
    </Flex>
  );
}

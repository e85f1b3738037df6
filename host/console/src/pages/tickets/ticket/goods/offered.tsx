import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { fetcher, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Moment } from '../../../../parts/moment';
import { useValue } from '../../../../words/use';
import { at, type Ticket } from '../ticket';
import { useSend } from '../use_send';

const CHOICES = ['resend', 'deduct'] as const;

/** What the customer was offered about missing parts; an answer that came by telephone is passed on here. */
export function Offered({ offer, ticket }: { offer: Omit<Schemas['KeptOffer'], 'shares'>; ticket: Ticket }) {
  const { t } = useTranslation('ticket_goods');
  const say = useValue();
  const may = useMay();
  const { send, busy } = useSend();
  const open = (offer.state === 'open' || offer.state === 'expired') && ticket.case === 'inspection_hold' && may('ticket:write');
  const answer = (choice: Schemas['OfferChoice']) => send(() => fetcher.POST('/api/v1/tickets/{id}/offer/answer', { ...at(ticket), body: { choice } }));
  return (
    <Alert
      type={open ? 'warning' : 'info'}
      showIcon
      title={t('offer', { state: say('OfferState', offer.state) })}
      description={
        <Flex vertical gap="small" align="start">
          <span className="wrap">{offer.text}</span>
          {offer.choice ? <b>{say('OfferChoice', offer.choice)}</b> : null}
          <span>
            {t('until')} <Moment at={offer.expires_at} />
          </span>
          {open ? (
            <Flex gap="small" wrap>
              {CHOICES.map((choice) => (
                <Button key={choice} loading={busy} onClick={() => void answer(choice)}>
                  {t('chose', { choice: say('OfferChoice', choice) })}
                </Button>
              ))}
            </Flex>
          ) : null}
        </Flex>
      }
    />
  );
}

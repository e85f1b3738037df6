import { Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { formatMoney } from '../../parts/money';
import { Moment } from '../../parts/moment';
import { useLanguage, useValue } from '../../words/use';
import { api } from '../client';
import { Refused } from '../refused';
import { useAfter } from './case';

/** Parts were missing: send them, or have their price kept back (D7). Each button says what it means for the money. */
export function Offer({ offer, refund }: { offer: Schemas['PortalOffer']; refund: Schemas['Money'] | null | undefined }) {
  const { t } = useTranslation();
  const say = useValue();
  const language = useLanguage();
  const after = useAfter();
  const choose = api.useMutation('post', '/portal/v1/ticket/offer', { onSuccess: after });
  const means = (choice: Schemas['OfferChoice']) => {
    if (choice === 'resend') return t('offer.resend');
    if (!offer.deduction) return '';
    const kept = formatMoney(offer.deduction, language);
    if (refund?.currency !== offer.deduction.currency) return t('offer.deduct', { kept });
    const rest = formatMoney({ ...refund, minor: refund.minor - offer.deduction.minor }, language);
    return t('offer.deduct_rest', { kept, rest });
  };
  return (
    <Card title={<h2 className="h">{t('offer.title')}</h2>}>
      <Flex vertical gap="middle">
        <p className="wrap">{offer.text}</p>
        <Refused error={choose.error} />
        {offer.choices.map((choice) => (
          <Flex key={choice} vertical gap={4}>
            <Button
              size="large"
              block
              type={choice === 'resend' ? 'primary' : 'default'}
              disabled={choose.isPending}
              loading={choose.isPending && choose.variables.body.choice === choice}
              aria-describedby={`means-${choice}`}
              onClick={() => choose.mutate({ body: { choice } })}
            >
              {say('OfferChoice', choice)}
            </Button>
            <small id={`means-${choice}`}>{means(choice)}</small>
          </Flex>
        ))}
        <small>
          {t('offer.until')} <Moment at={offer.expires_at} />
        </small>
      </Flex>
    </Card>
  );
}

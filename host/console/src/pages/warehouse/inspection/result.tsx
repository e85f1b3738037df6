import { Alert, Flex, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { formatMoney } from '../../../parts/money';
import { useLanguage, useValue } from '../../../words/use';
import { type MadeOffer, next } from './next';

interface Shown {
  ticket: Schemas['TicketView'];
  inspection: Schemas['KeptInspection'];
  offer: MadeOffer | null | undefined;
}

/** What came of an inspection, and what happens next and by whom. */
export function Result({ ticket, inspection, offer }: Shown) {
  const { t } = useTranslation('warehouse');
  const language = useLanguage();
  const { finding } = inspection;
  const amount = ticket.refund ? formatMoney(ticket.refund.amount, language) : '';
  const about = offer?.inspection === inspection.id ? offer : null;
  const steps = next(ticket, inspection, about);
  const held = finding === 'hold' && ticket.case === 'inspection_hold';
  const title = steps.includes('again') ? 'result.all_here' : finding === 'hold' && !held ? 'result.found' : `result.${finding}`;
  return (
    <Alert
      type={finding === 'ok' ? 'success' : held ? 'error' : 'warning'}
      showIcon
      role="status"
      title={<b style={{ fontSize: 22 }}>{t(title)}</b>}
      description={
        <Flex vertical gap="small">
          {inspection.problems.length > 0 ? <Problems inspection={inspection} /> : null}
          <b>{t('result.next')}</b>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {steps.map((step) => (
              <li key={step}>{t(`result.step.${step}`, { amount })}</li>
            ))}
          </ul>
          {about ? <Offered offer={about} /> : null}
          <span>
            <Moment at={inspection.at} />
          </span>
        </Flex>
      }
    />
  );
}

/** What was not as it should be. */
function Problems({ inspection }: { inspection: Schemas['KeptInspection'] }): ReactNode {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  const expected = (line: string) => inspection.expected.lines.find((one) => one.line === line);
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {inspection.problems.map(({ kind, line, quantity, detail }) => {
        const goods = expected(line);
        const part = goods?.parts.find(({ code }) => code === detail)?.name ?? detail;
        return (
          <li key={`${line} ${kind} ${detail ?? ''}`}>
            <b>{t('result.problem', { kind: say('ProblemKind', kind), count: quantity })}</b> {part} ({goods?.title || goods?.sku})
          </li>
        );
      })}
    </ul>
  );
}

/** What the customer may choose from, and what they chose. */
function Offered({ offer }: { offer: MadeOffer }) {
  const { t } = useTranslation('warehouse');
  const language = useLanguage();
  const say = useValue();
  return (
    <Flex vertical gap={4}>
      <b>{t('offer.title')}</b>
      <q className="wrap">{offer.text}</q>
      {offer.deduction ? <span>{t('offer.deduction', { amount: formatMoney(offer.deduction, language) })}</span> : null}
      <Flex gap="small" wrap align="center">
        <Tag variant="outlined">{offer.choice ? say('OfferChoice', offer.choice) : say('OfferState', offer.state)}</Tag>
        {offer.state === 'open' ? (
          <span>
            {t('offer.until')} <Moment at={offer.expires_at} />
          </span>
        ) : null}
      </Flex>
    </Flex>
  );
}

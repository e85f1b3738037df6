import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { Moment } from '../../../../parts/moment';
import { inLanguage, useLanguage } from '../../../../words/use';
import { Due } from '../../../../parts/due';
import { usePartyName, Who } from '../../../../parts/people/name';
import type { Ticket } from '../ticket';
import { useButtonName } from './button_name';
import { Press } from './press';

/** One place where the workflow waits: for whom, since when, who has said what, and what the node lets one do. */
export function Step({ step, ticket }: { step: Schemas['StepView']; ticket: Ticket }) {
  const { t } = useTranslation('ticket_tasks');
  const language = useLanguage();
  const party = usePartyName();
  const nameOf = useButtonName();
  const { work, holders, missing } = step;
  const pressed = (code: string) => {
    const found = work?.buttons.find((one) => one.code === code);
    return found ? nameOf(found) : code;
  };
  return (
    <Flex vertical gap={4} role="group" aria-label={inLanguage(step.name, language)}>
      <Typography.Text strong>{inLanguage(step.name, language)}</Typography.Text>
      <span>
        {holders.length > 0 ? t('held', { who: holders.map(party).join('、') }) : t(`waiting.${step.waiting.for}`)} · <Moment at={step.since} relative /> {t('since')}
      </span>
      {step.until ? (
        <span>
          {t('until')} <Due at={step.until} />
        </span>
      ) : null}
      {missing > 1 ? <span>{t('missing', { count: missing })}</span> : null}
      {work?.votes.map(({ by, at, button, opinion }) => (
        <span key={at + button}>
          <Who actor={by} /> {pressed(button)} {opinion} <Moment at={at} />
        </span>
      ))}
      {work ? <Press work={work} ticket={ticket} holders={holders} /> : null}
    </Flex>
  );
}

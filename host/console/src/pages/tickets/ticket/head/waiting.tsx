import { Alert, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../../app/me';
import { useValue } from '../../../../words/use';
import { useNames } from '../../../../parts/people/name';
import { useRoleName } from '../../../../parts/people/people';
import { possible } from '../possible';
import type { Ticket } from '../ticket';
import { rulesSaid } from './reason';
import { useStanding } from './use_standing';

/** Who has to move next and why, and why this person may not. */
export function Waiting({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket');
  const [say, role, names] = [useValue(), useRoleName(), useNames()];
  const { roles } = useMe();
  const { standing, next } = useStanding(ticket);
  const deciding = possible.decide(ticket);
  const title = deciding && next
    ? t('next.approval_of', { who: role(next.need.role), count: next.agreed.length, of: next.required })
    : t(`next.${ticket.case}`);
  const own = roles.map(({ name }) => role(name)).join('、');
  const agreed = ticket.approvals.flatMap((one) => one.agreed).map(names);
  const urgent = ['exception', 'inspection_hold'].includes(ticket.case) || (possible.open(ticket) && ticket.failures.length > 0);
  const told = [
    ...(deciding && ticket.refund ? rulesSaid(ticket.refund.explanation).map(({ rule, said }) => <Said key={rule + said} rule={rule} said={said} />) : []),
    ...(deciding && agreed.length > 0 ? [<span key="agreed">{t('next.agreed', { names: agreed.join('、') })}</span>] : []),
    ...(deciding && standing === 'low' ? [<span key="low">{t('next.low', { who: next ? role(next.need.role) : t('next.highest'), own })}</span>] : []),
    ...(deciding && next && standing === 'agreed' ? [<span key="another">{t('next.another', { who: role(next.need.role) })}</span>] : []),
    ...(deciding && standing === 'workflow' ? [<span key="workflow">{t('next.workflow')}</span>] : []),
    ...(possible.open(ticket)
      ? ticket.failures.map(({ plugin, version, message, outcome }) => (
          <span key={plugin + message}>{t('next.failed', { plugin, version, what: say('DecisionOutcome', outcome), message })}</span>
        ))
      : []),
    ...(possible.disputed(ticket) ? [<span key="disputed">{t('next.disputed')}</span>] : []),
  ];
  return (
    <Alert
      type={urgent ? 'warning' : ticket.case === 'completed' ? 'success' : 'info'}
      showIcon
      title={title}
      {...(told.length > 0 ? { description: <Flex vertical gap={4}>{told}</Flex> } : {})}
    />
  );
}

/** What a rule said, with its name. */
function Said({ rule, said }: { rule: string; said: string }) {
  const { t } = useTranslation('ticket');
  return (
    <span>
      {rule ? <Tag>{t('next.rule', { rule })}</Tag> : null}
      {said}
    </span>
  );
}

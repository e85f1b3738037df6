import { Alert, Button, Flex } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay, useMe } from '../../../app/me';
import { useTell } from '../../../parts/problem';
import { useRoleName } from '../../../parts/people/people';
import { useLooker } from '../waiting/use_looker';
import { nextApproval, standing } from '../waiting/waiting';
import { renew } from './renew';
import type { Doing } from './send';

/** What may be done about the ticket, or why not, and who can. */
export function DecideBar({ ticket, begin }: { ticket: Schemas['TicketView']; begin: (what: Doing) => void }) {
  const { t } = useTranslation('approvals');
  const { user } = useMe();
  const may = useMay();
  const role = useRoleName();
  const queries = useQueryClient();
  const { failed, done } = useTell();
  const { looker, roles } = useLooker();
  const accept = api.useMutation('post', '/api/v1/tickets/{id}/accept', {
    onSuccess: () => done(t('done.claim', { number: ticket.number })),
    onError: failed,
    onSettled: () => renew(queries),
  });
  const stands = standing(ticket, looker.id, looker.roles, roles);
  const next = nextApproval(ticket);
  if (stands === 'none') return <Alert type="info" showIcon title={t('told.none')} />;
  return (
    <Flex vertical gap="small">
      {stands === 'below' && next ? <Alert type="info" showIcon title={t('told.below', { role: role(next.need.role) })} /> : null}
      {stands === 'agreed' && next ? (
        <Alert type="success" showIcon title={t('told.agreed', { agreed: next.agreed.length, required: next.required, role: role(next.need.role) })} />
      ) : null}
      {next?.need.with_report && stands === 'may' ? <Alert type="warning" showIcon title={t('told.report')} /> : null}
      <Flex gap="small" wrap>
        {stands === 'may' && may('ticket:approve') ? (
          <>
            <Button type="primary" aria-keyshortcuts="a" onClick={() => begin('approve')}>
              {t('action.approve')}
            </Button>
            <Button danger aria-keyshortcuts="r" onClick={() => begin('reject')}>
              {t('action.reject')}
            </Button>
          </>
        ) : null}
        {may('ticket:write') ? (
          <>
            {stands === 'may' ? <Button onClick={() => begin('ask')}>{t('action.ask')}</Button> : null}
            <Button aria-keyshortcuts="t" onClick={() => begin('transfer')}>
              {t('action.transfer')}
            </Button>
            {ticket.assignee === user.id ? null : (
              <Button loading={accept.isPending} onClick={() => accept.mutate({ params: { path: { id: ticket.id }, header: ifMatch(ticket.version) } })}>
                {t('action.claim')}
              </Button>
            )}
          </>
        ) : null}
      </Flex>
    </Flex>
  );
}

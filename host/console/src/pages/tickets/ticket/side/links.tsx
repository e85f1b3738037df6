import { Button, Card, Flex, Popconfirm, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Moment, useNow } from '../../../../parts/moment';
import { useTell } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';
import type { Ticket } from '../ticket';

/** Links by which the customer sees the ticket, or answers its survey; each is shown once, to be copied. */
export function LinksCard({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket_side');
  const say = useValue();
  const may = useMay();
  const queries = useQueryClient();
  const { failed, done } = useTell();
  const now = useNow(60_000);
  const path = { params: { path: { id: ticket.id } } };
  const links = api.useQuery('get', '/api/v1/tickets/{id}/portal-links', path);
  const reread = () => void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/tickets/{id}') });
  const portal = api.useMutation('post', '/api/v1/tickets/{id}/portal-link', { onError: failed, onSuccess: reread });
  const survey = api.useMutation('post', '/api/v1/tickets/{id}/survey-link', { onError: failed, onSuccess: reread });
  const revoke = api.useMutation('delete', '/api/v1/portal-links/{id}', {
    onError: failed,
    onSuccess: () => {
      done();
      reread();
    },
  });
  const open = links.data?.items.filter(({ revoked_at: revoked, expires_at: until }) => !revoked && Date.parse(until) > now) ?? [];
  if (!may('ticket:write')) return null;
  return (
    <Card size="small" title={<h2 className="h">{t('links.title')}</h2>}>
      <Flex vertical gap="small" align="start">
        <Button size="small" loading={portal.isPending} onClick={() => portal.mutate(path)}>
          {t('links.portal')}
        </Button>
        <Fresh url={portal.data?.url} label={t('links.portal_link')} />
        {may('admin:write') && ENDED.has(ticket.case) ? (
          <Button size="small" loading={survey.isPending} onClick={() => survey.mutate(path)}>
            {t('links.survey')}
          </Button>
        ) : null}
        <Fresh url={survey.data?.url} label={t('links.survey_link')} />
        {open.map(({ id, scope, expires_at: until }) => (
          <Flex key={id} gap="small" align="center" wrap>
            <span>
              {say('LinkScope', scope)} {t('links.until')} <Moment at={until} />
            </span>
            <Popconfirm title={t('links.sure')} onConfirm={() => revoke.mutate({ params: { path: { id } } })}>
              <Button size="small" danger>
                {t('links.revoke')}
              </Button>
            </Popconfirm>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}

/** The survey goes out at the end. */
const ENDED = new Set<Ticket['case']>(['completed', 'closed', 'refused_final', 'closed_expired', 'cancelled']);

/** A link that is shown this once. */
function Fresh({ url, label }: { url: string | null | undefined; label: string }) {
  const { t } = useTranslation('ticket_side');
  if (!url) return null;
  return (
    <div role="status">
      <Typography.Text type="secondary">{t('links.once')}</Typography.Text>
      <Typography.Paragraph copyable={{ text: url, tooltips: [t('links.copy'), t('links.copied')] }} aria-label={label} style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {url}
      </Typography.Paragraph>
    </div>
  );
}

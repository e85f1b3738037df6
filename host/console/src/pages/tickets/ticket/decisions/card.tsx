import { Button, Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Money } from '../../../../parts/money';
import { Moment } from '../../../../parts/moment';
import { useTell } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';
import { Explained } from '../../../../parts/decision/explained';
import { Replayed } from '../../../../parts/decision/replayed';
import { reasonsOf } from './why';
import { useVerdict } from '../../../../parts/decision/words_of';
import { State } from '../../../../parts/status';

/** One answer of a rule: what it said and why; it can be asked again, and what would change it. */
export function DecisionCard({ of }: { of: Schemas['DecisionItem'] }) {
  const { t } = useTranslation('decision');
  const say = useValue();
  const verdict = useVerdict();
  const may = useMay();
  const { failed } = useTell();
  const params = { params: { path: { id: of.id } } };
  // A decision never changes.
  const whole = api.useQuery('get', '/api/v1/decisions/{id}', params, { enabled: may('rule:read'), staleTime: Infinity });
  const replay = api.useMutation('post', '/api/v1/decisions/{id}/replay', { onError: failed });
  const explain = api.useMutation('post', '/api/v1/decisions/{id}/explain', { onError: failed });
  const reasons = reasonsOf(whole.data?.answer);
  const named = `${say('Hook', of.hook)} ${of.plugin}`;
  return (
    <Card size="small" title={<h2 className="h">{say('Hook', of.hook)}</h2>} extra={<Moment at={of.at} />}>
      <Flex vertical gap="small">
        <Flex gap="small" wrap align="center">
          <b>{verdict(of.consequence.label)}</b>
          <Money of={of.consequence.amount} />
          {of.outcome === 'ok' ? null : <State colour="red">{say('DecisionOutcome', of.outcome)}</State>}
          {of.role === 'active' ? null : <Tag>{say('DecisionRole', of.role)}</Tag>}
        </Flex>
        {reasons.map((reason) => (
          <span key={reason}>{reason}</span>
        ))}
        <Flex gap="small" wrap align="center" justify="space-between">
          <Typography.Text type="secondary">
            {t('by')} {may('rule:read') ? <Link to={`/rules/decisions/${of.id}`} style={{ textDecoration: 'underline' }}>{`${of.plugin} ${of.version}`}</Link> : `${of.plugin} ${of.version}`}
          </Typography.Text>
          {may('rule:read') ? (
            <Flex gap="small" wrap>
              <Button size="small" loading={replay.isPending} aria-label={t('replay_of', { of: named })} onClick={() => replay.mutate(params)}>
                {t('replay')}
              </Button>
              <Button size="small" loading={explain.isPending} aria-label={t('explain_of', { of: named })} onClick={() => explain.mutate(params)}>
                {t('explain')}
              </Button>
            </Flex>
          ) : null}
        </Flex>
        {replay.data ? <Replayed of={replay.data} /> : null}
        {explain.data ? <Explained of={explain.data} /> : null}
      </Flex>
    </Card>
  );
}

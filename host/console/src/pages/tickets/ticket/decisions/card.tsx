import { Button, Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Money } from '../../../../parts/money';
import { Moment } from '../../../../parts/moment';
import { useTell } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';

/** One answer of a rule; it can be asked again, and what would change it. */
export function DecisionCard({ of }: { of: Schemas['DecisionItem'] }) {
  const { t } = useTranslation('ticket');
  const say = useValue();
  const may = useMay();
  const { failed } = useTell();
  const replay = api.useMutation('post', '/api/v1/decisions/{id}/replay', { onError: failed });
  const explain = api.useMutation('post', '/api/v1/decisions/{id}/explain', { onError: failed });
  const params = { params: { path: { id: of.id } } };
  return (
    <Card size="small" title={<h2 className="h">{say('Hook', of.hook)}</h2>} extra={<Moment at={of.at} />}>
      <Flex vertical gap="small">
        <span>
          {of.plugin} {of.version} · <b>{of.consequence.label}</b> <Money of={of.consequence.amount} /> · {say('DecisionOutcome', of.outcome)}
        </span>
        {may('rule:read') ? (
          <Flex gap="small" wrap>
            <Button size="small" loading={replay.isPending} onClick={() => replay.mutate(params)}>
              {t('decision.replay')}
            </Button>
            <Button size="small" loading={explain.isPending} onClick={() => explain.mutate(params)}>
              {t('decision.explain')}
            </Button>
          </Flex>
        ) : null}
        {replay.data ? <span role="status">{t(replay.data.identical ? 'decision.identical' : 'decision.different')}</span> : null}
        {replay.data?.divergences.map(({ kind, detail }) => (
          <Typography.Text key={kind + detail}>{detail}</Typography.Text>
        ))}
        {explain.data?.reasons.map((reason) => (
          <span key={reason}>{reason}</span>
        ))}
        {explain.data?.probes.map(({ pointer, text }) => (
          <span key={pointer + text}>{text}</span>
        ))}
        {explain.data && explain.data.probes.length === 0 ? <span role="status">{t('decision.nothing')}</span> : null}
      </Flex>
    </Card>
  );
}

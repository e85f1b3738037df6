import { Alert, Flex, Spin, Statistic } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { useMe } from '../../../../app/me';
import { Moment } from '../../../../parts/moment';
import { Money } from '../../../../parts/money';
import { ProblemAlert } from '../../../../parts/problem';

/** What a canary did lately, and the guardrail that it breaks, when it breaks one. */
export function Standing({ binding }: { binding: Schemas['BindingWithPlugin'] }) {
  const { t } = useTranslation('rules');
  const { tenant } = useMe();
  const health = api.useQuery('get', '/api/v1/bindings/{id}/health', { params: { path: { id: binding.id } } }, { refetchInterval: 30_000 });
  if (health.error) return <ProblemAlert error={health.error} retry={() => void health.refetch()} />;
  if (!health.data) return <Spin />;
  const { calls, faults, verdicts, approvals, approved_minor, since, breach } = health.data;
  const watched = binding.guardrails?.approved_amount ?? binding.guardrails?.approved_per_customer;
  return (
    <section aria-label={t('bindings.trial.so_far')}>
      <Flex vertical gap="small">
        <h2 className="h">{t('bindings.trial.so_far')}</h2>
        <span>
          {t('bindings.guard.since')} <Moment at={since} />
        </span>
        {breach ? <Alert type="error" showIcon role="alert" title={t('bindings.guard.breach')} description={breach} /> : null}
        <Flex gap="large" wrap>
          <Statistic title={t('bindings.trial.asked')} value={calls} />
          <Statistic title={t('bindings.trial.failed')} value={faults} />
          {binding.hook === 'refund-approval' ? (
            <>
              <Statistic title={t('bindings.trial.approved')} value={approvals} suffix={<small>{`/ ${verdicts}`}</small>} />
              <Statistic title={t('bindings.trial.paid')} value={0} formatter={() => <Money of={{ minor: approved_minor, currency: watched?.currency ?? tenant.currency }} />} />
            </>
          ) : null}
        </Flex>
      </Flex>
    </section>
  );
}

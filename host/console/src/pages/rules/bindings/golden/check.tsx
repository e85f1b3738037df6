import { Alert, Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { ProblemAlert } from '../../../../parts/problem';
import { Changes } from './changes';
import { heldBy, planned, rivalOf } from './planned';

/** Runs settings over the golden cases without changing anything. */
export function Check({ binding, config }: { binding: Schemas['BindingWithPlugin']; config: unknown }) {
  const { t } = useTranslation('rules');
  const bindings = api.useQuery('get', '/api/v1/bindings', { params: { query: { hook: binding.hook } } });
  const items = bindings.data?.items ?? [];
  const held = heldBy(binding, items);
  const golden = api.useQuery('get', '/api/v1/bindings/{id}/golden', { params: { path: { id: held.id } } });
  const plan = api.useMutation('post', '/api/v1/configuration/plan');
  const count = golden.data?.items.length ?? 0;
  if (count === 0 || held.mode !== 'active') return null;
  const rival = rivalOf(held, items);
  return (
    <section aria-label={t('bindings.golden.check')}>
      <Flex vertical gap="small" align="start">
        <h2 className="h">{t('bindings.golden.check')}</h2>
        <Typography.Text type="secondary">{rival ? t('bindings.golden.check_rival', { name: rival.key }) : t('bindings.golden.check_hint', { count })}</Typography.Text>
        <Button disabled={rival !== undefined} loading={plan.isPending} onClick={() => plan.mutate({ body: { file: planned(held, binding, config) } })}>
          {t('bindings.golden.run')}
        </Button>
        {plan.error ? <ProblemAlert error={plan.error} /> : null}
        {plan.data?.golden.length === 0 ? <Alert type="success" showIcon role="status" title={t('bindings.golden.passed', { count })} /> : null}
        {plan.data && plan.data.golden.length > 0 ? <Changes changes={plan.data.golden} of={count} /> : null}
      </Flex>
    </section>
  );
}

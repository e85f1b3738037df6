import { Alert, Flex, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { useValue } from '../../../../words/use';
import { heldBy } from '../golden/planned';
import { Canary } from './canary';
import { Comparison } from './comparison';
import { Promote } from './promote';
import { Standing } from './standing';

const STAGES = ['shadow', 'canary', 'active'] as const;

/** The way of a candidate: watched beside the rule, deciding a share, taking over. */
export function Trial({ binding }: { binding: Schemas['BindingWithPlugin'] }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  const may = useMay()('binding:write');
  const bindings = api.useQuery('get', '/api/v1/bindings', { params: { query: { hook: binding.hook } } });
  const base = heldBy(binding, bindings.data?.items ?? []);
  const against = base.id === binding.id ? null : base;
  return (
    <Flex vertical gap="large">
      <Steps
        responsive
        size="small"
        current={STAGES.indexOf(binding.mode)}
        items={STAGES.map((stage) => ({ title: say('BindingMode', stage), content: t(`bindings.stage.${stage}`) }))}
      />
      {against ? (
        <span>
          {t('bindings.trial.against')} <Link to={`/rules/bindings/${against.id}`} style={{ textDecoration: 'underline' }}>{against.key}</Link>
        </span>
      ) : (
        <Alert type="info" showIcon title={t('bindings.trial.against_nothing')} />
      )}
      {binding.mode === 'shadow' ? <Comparison binding={binding} against={against?.key ?? t('bindings.trial.nobody')} /> : null}
      {binding.mode === 'canary' && binding.enabled ? <Standing binding={binding} /> : null}
      {may && binding.enabled ? (
        <Flex gap="middle" wrap align="stretch">
          <Canary key={binding.version} binding={binding} />
          <Promote binding={binding} against={against} />
        </Flex>
      ) : null}
    </Flex>
  );
}

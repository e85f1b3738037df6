import { Button, Descriptions, Flex, Spin, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { useFilters } from '../../../parts/filters';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { Sections } from '../../../parts/sections';
import { useValue } from '../../../words/use';
import { Ways } from '../ways';
import { Delete } from './delete';
import { Mode } from './mode';
import { Switching } from './switching';
import { useTabs } from './tabs';
import { TakenBack } from './taken_back';
import { Upgrade } from './upgrade';

const TAB = ['tab'] as const;

/** One rule at work: its settings, how it is tried and watched, and what was changed. */
export function BindingPage() {
  const id = useParams().id ?? '';
  const binding = api.useQuery('get', '/api/v1/bindings/{id}', { params: { path: { id } } }, {
    // A guardrail may take a canary back while one looks at it.
    refetchInterval: ({ state }) => (state.data?.mode === 'canary' && state.data.enabled ? 10_000 : false),
  });
  const plugin = api.useQuery('get', '/api/v1/plugins/{id}', { params: { path: { id: binding.data?.plugin ?? '' } } }, { enabled: binding.data != null });
  const error = binding.error ?? plugin.error;
  if (error) return <ProblemAlert error={error} retry={() => void (binding.error ? binding.refetch() : plugin.refetch())} />;
  if (!binding.data || !plugin.data) return <Spin />;
  // Another rule begins with its own fields.
  return <One key={id} binding={binding.data} plugin={plugin.data} />;
}

function One({ binding, plugin }: { binding: Schemas['BindingWithPlugin']; plugin: Schemas['Plugin'] }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  const may = useMay()('binding:write');
  const navigate = useNavigate();
  const [{ tab }, setFilters] = useFilters(TAB);
  const tabs = useTabs(binding, plugin);
  const { key, hook, mode, percent, enabled, plugin_name, plugin_version } = binding;
  return (
    <Page title={key} actions={<Ways />}>
      <Descriptions
        size="small"
        column={{ xs: 1, lg: 3 }}
        items={[
          { key: 'hook', label: say('Hook', hook), children: t(`hook.${hook}`) },
          { key: 'plugin', label: t('column.plugin'), children: <Link to={`/rules/plugins/${binding.plugin}`}>{`${plugin_name} ${plugin_version}`}</Link> },
          { key: 'mode', label: t('column.mode'), children: <Flex gap="small" align="center"><Mode mode={mode} percent={percent} />{enabled ? t('on') : <Tag variant="outlined">{t('off')}</Tag>}</Flex> },
        ]}
      />
      {may ? (
        <Flex gap="small" wrap>
          {mode === 'active' ? (
            <Link to={`/rules/bindings/new?from=${binding.id}`}>
              <Button type="primary">{t('bindings.try_beside')}</Button>
            </Link>
          ) : null}
          <Upgrade binding={binding} />
          <Switching binding={binding} />
          <Delete binding={binding} onDone={() => void navigate('/rules')} />
        </Flex>
      ) : null}
      <TakenBack binding={binding} />
      <Sections label={t('bindings.parts')} active={tabs.some((one) => one.key === tab) ? tab : tabs[0]?.key} items={tabs} onChange={(next) => setFilters({ tab: next })} />
    </Page>
  );
}

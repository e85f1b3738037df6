import { Descriptions, Spin, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { Ways } from '../ways';
import { Settings } from './settings';
import { History } from './history';

const TAB = ['tab'] as const;

/** One rule at work: its configuration, what it would have done, and what was changed. */
export function BindingPage() {
  const { t } = useTranslation('rules');
  const say = useValue();
  const id = useParams().id ?? '';
  const [{ tab }, setFilters] = useFilters(TAB);
  const path = { params: { path: { id } } };
  const binding = api.useQuery('get', '/api/v1/bindings/{id}', path);
  const plugin = api.useQuery('get', '/api/v1/plugins/{id}', { params: { path: { id: binding.data?.plugin ?? '' } } }, { enabled: binding.data != null });
  const error = binding.error ?? plugin.error;
  if (error) return <ProblemAlert error={error} retry={() => void (binding.error ? binding.refetch() : plugin.refetch())} />;
  if (!binding.data || !plugin.data) return <Spin />;
  const { key, hook, mode, enabled, plugin_name, plugin_version } = binding.data;
  return (
    <Page title={key} actions={<Ways />}>
      <Descriptions
        size="small"
        items={[
          { key: 'hook', label: say('Hook', hook), children: t(`hook.${hook}`) },
          { key: 'plugin', label: t('column.plugin'), children: `${plugin_name} ${plugin_version}` },
          { key: 'mode', label: t('column.mode'), children: `${say('BindingMode', mode)} · ${enabled ? t('on') : t('off')}` },
        ]}
      />
      <Tabs
        activeKey={tab ?? 'settings'}
        onChange={(next) => setFilters({ tab: next })}
        items={[
          { key: 'settings', label: t('settings'), children: <Settings key={binding.data.version} binding={binding.data} schema={plugin.data.config_schema as object} /> },
          { key: 'history', label: t('history'), children: <History binding={binding.data} /> },
        ]}
      />
    </Page>
  );
}

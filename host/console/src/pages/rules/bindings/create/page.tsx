import { Empty, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client';
import { useFilters } from '../../../../parts/filters';
import { Page } from '../../../../parts/page';
import { ProblemAlert } from '../../../../parts/problem';
import { Ways } from '../../ways';
import { begun } from './draft';
import { Maker } from './maker';

const BEGIN = ['from', 'plugin'] as const;

/** Puts a plugin to work, by itself or beside a rule that decides already. */
export function NewBindingPage() {
  const { t } = useTranslation('rules');
  const [{ from, plugin }] = useFilters(BEGIN);
  const plugins = api.useQuery('get', '/api/v1/plugins');
  const bindings = api.useQuery('get', '/api/v1/bindings');
  const error = plugins.error ?? bindings.error;
  if (error) return <ProblemAlert error={error} retry={() => void (plugins.error ? plugins.refetch() : bindings.refetch())} />;
  if (!plugins.data || !bindings.data) return <Spin />;
  const [all, others] = [plugins.data.items, bindings.data.items];
  const start = begun({ from: others.find(({ id }) => id === from), plugin: all.find(({ id }) => id === plugin) }, others, all);
  return (
    <Page title={t('bindings.add')} actions={<Ways />}>
      {start ? <Maker start={start} plugins={all} bindings={others} /> : <Empty description={t('no_bindings')} />}
    </Page>
  );
}

import { Alert, Button, Collapse, Descriptions, Flex, Spin, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, fetcher, type Schemas } from '../../../api/client';
import { handOver } from '../../../parts/download';
import { Explained } from '../../../parts/decision/explained';
import { Replayed } from '../../../parts/decision/replayed';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { TicketNumber } from '../../../parts/ticket_number';
import { useValue } from '../../../words/use';
import { Ending } from '../ending';
import { Ways } from '../ways';

/** One answer of a rule: what it was asked and said, why, whether it says so again, and its proof. */
export function DecisionPage() {
  const { t } = useTranslation('rules');
  const say = useValue();
  const { failed } = useTell();
  const { id = '' } = useParams();
  const params = { params: { path: { id } } };
  const decision = api.useQuery('get', '/api/v1/decisions/{id}', params, { staleTime: Infinity });
  const replay = api.useMutation('post', '/api/v1/decisions/{id}/replay', { onError: failed });
  const explain = api.useMutation('post', '/api/v1/decisions/{id}/explain', { onError: failed });
  const bisect = api.useMutation('post', '/api/v1/decisions/{id}/bisect', { onError: failed });
  if (decision.error) return <ProblemAlert error={decision.error} retry={() => void decision.refetch()} />;
  if (!decision.data) return <Spin />;
  const { ticket, hook, plugin_name, plugin_version, plugin_digest, outcome, role, binding, at, fuel, duration_us, consequence, answer, question, config, log, fault } = decision.data;
  const file = async (kind: 'receipt' | 'fixture') => {
    const { data, error } = kind === 'receipt' ? await fetcher.GET('/api/v1/decisions/{id}/receipt', params) : await fetcher.GET('/api/v1/decisions/{id}/fixture', params);
    if (error) return failed(error);
    const kept = kind === 'fixture' ? (data as Schemas['Exported']).fixture : data;
    handOver(new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' }), `${kind}-${id}.json`);
  };
  return (
    <Page title={t('decision')} actions={<Ways />}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          { key: 'hook', label: t('column.hook'), children: say('Hook', hook) },
          { key: 'said', label: t('column.consequence'), children: <Ending label={consequence.label} amount={consequence.amount ?? null} /> },
          { key: 'outcome', label: t('column.outcome'), children: say('DecisionOutcome', outcome) },
          { key: 'plugin', label: t('column.plugin'), children: `${plugin_name} ${plugin_version}` },
          { key: 'role', label: t('column.role'), children: say('DecisionRole', role) },
          { key: 'binding', label: t('filter.binding'), children: binding ? <Link to={`/rules/bindings/${binding}`}>{t('proof.open_rule')}</Link> : '–' },
          { key: 'at', label: t('column.at'), children: <Moment at={at} /> },
          { key: 'ticket', label: t('column.ticket'), children: <TicketNumber id={ticket} /> },
          { key: 'fuel', label: t('fuel'), children: fuel.toLocaleString() },
          { key: 'duration', label: t('duration'), children: duration_us.toLocaleString() },
          { key: 'digest', label: t('proof.digest'), span: 'filled', children: <code className="wrap">{plugin_digest}</code> },
        ]}
      />
      {fault ? <Alert type="error" showIcon title={typeof fault === 'string' ? fault : JSON.stringify(fault)} /> : null}
      <Flex gap="small" wrap>
        <Button loading={replay.isPending} onClick={() => replay.mutate(params)}>{t('replay')}</Button>
        <Button loading={explain.isPending} onClick={() => explain.mutate(params)}>{t('proof.explain')}</Button>
        <Button loading={bisect.isPending} onClick={() => bisect.mutate({ ...params, body: {} })}>{t('proof.bisect')}</Button>
        <Button onClick={() => void file('receipt').catch(failed)}>{t('proof.receipt')}</Button>
        <Button onClick={() => void file('fixture').catch(failed)}>{t('proof.fixture')}</Button>
        {binding ? (
          <Link to={`/rules/bindings/${binding}?tab=golden&decision=${id}`}>
            <Button>{t('proof.golden')}</Button>
          </Link>
        ) : null}
      </Flex>
      {replay.data ? <Replayed of={replay.data} /> : null}
      {explain.data ? <Explained of={explain.data} /> : null}
      {bisect.data ? <Versions of={bisect.data} /> : null}
      <Collapse
        defaultActiveKey={['answer']}
        items={Object.entries({ answer, question, config, log }).map(([name, value]) => ({
          key: name,
          label: t(`part.${name}`),
          // Long lines are read by scrolling, also with the keyboard.
          children: <pre tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 }}>{JSON.stringify(value ?? null, null, 2)}</pre>,
        }))}
      />
    </Page>
  );
}

/** What each version of the plugin says of the same question, and from which on it is something else. */
function Versions({ of }: { of: Schemas['Bisection'] }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  const first = of.asked.find(({ plugin }) => plugin === of.first_changed);
  return (
    <section aria-label={t('proof.bisect')}>
      <Alert type={first ? 'warning' : 'success'} showIcon role="status" title={first ? t('proof.changed_in', { version: first.version }) : t('proof.never_changed', { count: of.versions })} />
      <Table<Schemas['VersionSaid']>
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey="plugin"
        dataSource={of.asked}
        columns={[
          { title: t('column.plugin'), render: (_, { version }) => `${of.plugin} ${version}` },
          { title: t('proof.uploaded'), render: (_, { uploaded_at: at }) => <Moment at={at} /> },
          { title: t('column.consequence'), render: (_, { consequence, fault }) => fault ?? <Ending label={consequence.label} amount={consequence.amount ?? null} /> },
          { title: t('column.outcome'), render: (_, { outcome }) => say('DecisionOutcome', outcome) },
        ]}
      />
    </section>
  );
}

import { Alert, Button, Descriptions, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { Ways } from '../ways';

/** One answer of a rule, with what it was asked; it can be run again. */
export function DecisionPage() {
  const { t } = useTranslation('rules');
  const say = useValue();
  const { failed } = useTell();
  const params = { params: { path: { id: useParams().id ?? '' } } };
  const decision = api.useQuery('get', '/api/v1/decisions/{id}', params);
  const replay = api.useMutation('post', '/api/v1/decisions/{id}/replay', { onError: failed });
  if (decision.error) return <ProblemAlert error={decision.error} retry={() => void decision.refetch()} />;
  if (!decision.data) return <Spin />;
  const { ticket, hook, plugin_name, plugin_version, outcome, at, fuel, duration_us, answer, question, config } = decision.data;
  return (
    <Page title={t('decision')} actions={<Ways />}>
      <Descriptions
        size="small"
        items={[
          { key: 'hook', label: t('column.hook'), children: say('Hook', hook) },
          { key: 'plugin', label: t('column.plugin'), children: `${plugin_name} ${plugin_version}` },
          { key: 'outcome', label: t('column.outcome'), children: say('DecisionOutcome', outcome) },
          { key: 'at', label: t('column.at'), children: <Moment at={at} /> },
          { key: 'fuel', label: t('fuel'), children: fuel },
          { key: 'duration', label: t('duration'), children: duration_us },
          { key: 'ticket', label: t('column.ticket'), children: <Link to={`/tickets/${ticket}`}>{t('open_ticket')}</Link> },
        ]}
      />
      <div>
        <Button loading={replay.isPending} onClick={() => replay.mutate(params)}>{t('replay')}</Button>
      </div>
      {replay.data ? (
        <Alert type={replay.data.identical ? 'success' : 'warning'} showIcon title={replay.data.identical ? t('identical') : t('differs')}
          description={replay.data.divergences.map(({ kind, detail }) => <div key={kind + detail}>{detail}</div>)} />
      ) : null}
      {Object.entries({ answer, question, config }).map(([name, value]) => (
        <section key={name} aria-label={t(`part.${name}`)}>
          <h2 className="h">{t(`part.${name}`)}</h2>
          <pre tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{JSON.stringify(value ?? null, null, 2)}</pre>
        </section>
      ))}
    </Page>
  );
}

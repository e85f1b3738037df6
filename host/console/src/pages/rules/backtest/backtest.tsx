import { Alert, Button, Flex, Progress, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { Result } from './result';
import type { Report } from './report';

const DAYS = [7, 30, 90, 365];

/** Tries a configuration on past tickets; nothing is changed by it. */
export function Backtest({ binding, config }: { binding: string; config: unknown }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const say = useValue();
  const { failed } = useTell();
  const [days, setDays] = useState(90);
  const start = api.useMutation('post', '/api/v1/backtests');
  const id = start.data?.id;
  const job = api.useQuery('get', '/api/v1/jobs/{id}', { params: { path: { id: id ?? '' } } }, {
    enabled: id != null,
    refetchInterval: ({ state }) => (state.data && !['queued', 'running'].includes(state.data.state) ? false : 1_000),
  });
  const cancel = api.useMutation('post', '/api/v1/jobs/{id}/cancel', { onError: failed, onSuccess: () => void job.refetch() });
  const run = () => start.mutate({ body: { binding, config: config, past: { from: dayjs().subtract(days, 'day').toISOString() } as Schemas['Past'] } });
  const state = job.data?.state;
  const busy = start.isPending || (id != null && (state == null || state === 'queued' || state === 'running'));
  return (
    <section aria-label={t('backtest')}>
      <h2 className="h">{t('backtest')}</h2>
      <p>{t('backtest_hint')}</p>
      <Flex gap="small" wrap align="center">
        <Select aria-label={t('period')} value={days} onChange={setDays} options={DAYS.map((value) => ({ value, label: t('last_days', { count: value }) }))} />
        <Button onClick={run} loading={busy}>
          {t('try')}
        </Button>
        {busy && id ? (
          <Button onClick={() => cancel.mutate({ params: { path: { id } } })} loading={cancel.isPending}>
            {common('actions.cancel')}
          </Button>
        ) : null}
      </Flex>
      {start.error ? <ProblemAlert error={start.error} /> : null}
      {job.error ? <ProblemAlert error={job.error} retry={() => void job.refetch()} /> : null}
      {job.data && busy ? <Progress aria-label={t('backtest')} percent={job.data.total ? Math.floor((100 * job.data.done) / job.data.total) : 0} /> : null}
      {state === 'failed' || state === 'cancelled' ? <Alert type="warning" showIcon title={say('JobState', state)} description={job.data?.error} /> : null}
      {state === 'done' ? <Result report={job.data?.report as Report} /> : null}
    </section>
  );
}

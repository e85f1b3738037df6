import { Alert, Button, Flex, Progress, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { useTell } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { Ways } from '../ways';
import { found } from './report';

const DAYS = [1, 7, 30, 90, 365] as const;
/** How soon the list is read anew while something runs, in milliseconds. */
const AGAIN = 1_000;
const PATH = '/api/v1/replays';
type Job = Schemas['Job'];
const runs = ({ state }: Job) => state === 'queued' || state === 'running';

/** Runs all decisions of a time again, as they were: whether each says the same, bit for bit. */
export function ReplaysPage() {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const say = useValue();
  const { failed } = useTell();
  const client = useQueryClient();
  const [hook, setHook] = useState<Schemas['Hook']>('refund-approval');
  const [days, setDays] = useState<number>(7);
  const again = () => client.invalidateQueries({ queryKey: ['get', PATH] });
  const jobs = api.useInfiniteQuery('get', PATH, { params: { query: { limit: 20 } } }, { ...paging, refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(runs)) ? AGAIN : false) });
  const start = api.useMutation('post', PATH, { onError: failed, onSuccess: again });
  const cancel = api.useMutation('post', '/api/v1/jobs/{id}/cancel', { onError: failed, onSuccess: again });
  const past = (): Schemas['Past'] => ({ from: dayjs().subtract(days, 'day').toISOString() }) as Schemas['Past'];
  return (
    <Page title={t('replays.title')} actions={<Ways />}>
      <Alert type="info" showIcon title={t('replays.what')} />
      <Flex gap="small" wrap>
        <Select aria-label={t('column.hook')} style={{ minWidth: 180 }} value={hook} onChange={setHook} options={values.Hook.map((value) => ({ value, label: say('Hook', value) }))} />
        <Select aria-label={t('period')} value={days} onChange={setDays} options={DAYS.map((value) => ({ value, label: t('last_days', { count: value }) }))} />
        <Button type="primary" loading={start.isPending} onClick={() => start.mutate({ body: { hook, past: past() } })}>
          {t('replays.start')}
        </Button>
      </Flex>
      <List<Job>
        query={jobs}
        rowKey="id"
        empty={t('replays.empty')}
        columns={[
          { title: t('column.at'), render: (_, { created_at: at }) => <Moment at={at} /> },
          { title: t('column.hook'), render: (_, { spec }) => say('Hook', (spec as { hook?: Schemas['Hook'] } | null)?.hook) },
          {
            title: t('replays.state'),
            render: (_, job) =>
              runs(job) ? (
                <Flex gap="small" align="center">
                  <Progress aria-label={t('replays.title')} style={{ width: 140 }} percent={job.total ? Math.floor((100 * job.done) / job.total) : 0} />
                  <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate({ params: { path: { id: job.id } } })}>
                    {common('actions.cancel')}
                  </Button>
                </Flex>
              ) : (
                say('JobState', job.state)
              ),
          },
          {
            title: t('replays.result'),
            render: (_, job) => {
              const report = found(job.report);
              if (job.error) return job.error;
              if (!report) return null;
              if (report.divergences.length === 0) return t('replays.same', { count: report.identical });
              return (
                <Flex vertical>
                  <span>{t('replays.differ', { count: report.divergences.length, of: report.decisions })}</span>
                  {report.divergences.map(({ decision, detail }) => (
                    <Link key={decision + detail} to={`/rules/decisions/${decision}`}>
                      {detail || decision}
                    </Link>
                  ))}
                </Flex>
              );
            },
          },
        ]}
      />
    </Page>
  );
}

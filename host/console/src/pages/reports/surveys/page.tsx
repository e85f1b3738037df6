import { Flex, Rate, Switch, Table } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { useNames } from '../../../parts/people/name';
import { ProblemAlert } from '../../../parts/problem';
import { useLanguage } from '../../../words/use';
import { PeriodPicker, usePeriod } from '../period';
import { Ways } from '../ways';
import { mean, share } from './figures';

const FILTERS = ['bad'] as const;
/** The highest of the marks that are bad (D20). */
const BAD = 2;

/** What customers said: how satisfied they are with each agent, and their own words. */
export function Surveys() {
  const { t } = useTranslation('reports');
  const language = useLanguage();
  const names = useNames();
  const [{ bad }, set] = useFilters(FILTERS);
  const { from, to } = usePeriod();
  const period = {
    from: from ? dayjs(from).startOf('day').toISOString() : undefined,
    to: to ? dayjs(to).add(1, 'day').startOf('day').toISOString() : undefined,
  };
  const summary = api.useQuery('get', '/api/v1/surveys/summary', { params: { query: period } });
  const answers = api.useInfiniteQuery('get', '/api/v1/surveys', { params: { query: { ...period, answered: true, score_max: bad ? BAD : undefined, limit: 50 } } }, paging);
  const who = (id: string | null | undefined) => (id ? names(id) : t('surveys.nobody'));
  type Row = Schemas['SurveySummary'];
  return (
    <Page title={t('ways.surveys')} actions={<PeriodPicker />}>
      <Ways />
      {summary.error ? <ProblemAlert error={summary.error} retry={() => void summary.refetch()} /> : null}
      <Table<Row>
        size="middle"
        pagination={false}
        scroll={{ x: 'max-content' }}
        loading={summary.isPending}
        dataSource={summary.data?.items ?? []}
        rowKey={({ assignee }) => assignee ?? ''}
        locale={{ emptyText: t('surveys.empty') }}
        columns={[
          { title: t('surveys.agent'), render: (_, { assignee }) => who(assignee) },
          { title: t('surveys.sent'), dataIndex: 'sent', align: 'right' },
          { title: t('surveys.answered'), align: 'right', render: (_, { answered, sent }) => `${answered} (${share(answered, sent, language)})` },
          { title: t('surveys.satisfied'), align: 'right', render: (_, { satisfied, answered }) => share(satisfied, answered, language) },
          { title: t('surveys.score'), align: 'right', render: (_, { score_sum: sum, answered }) => mean(sum, answered, language) },
          { title: t('surveys.speed'), align: 'right', render: (_, { speed_sum: sum, speed_count: count }) => mean(sum, count, language) },
        ]}
      />
      <Flex align="center" gap="small">
        <h2 className="h">{t('surveys.answers')}</h2>
        <Switch aria-label={t('surveys.bad')} checked={Boolean(bad)} onChange={(next) => set({ bad: next })} />
        <span>{t('surveys.bad')}</span>
      </Flex>
      <List
        query={answers}
        rowKey="id"
        empty={t('surveys.none')}
        columns={[
          { title: t('surveys.at'), dataIndex: 'answered_at', render: (at: string) => <Moment at={at} /> },
          { title: t('surveys.mark'), render: (_, { answer }) => (answer ? <Rate disabled value={answer.score} aria-label={`${answer.score} / 5`} /> : null) },
          { title: t('surveys.comment'), render: (_, { answer }) => <span className="wrap">{answer?.comment}</span> },
          { title: t('surveys.had'), render: (_, { assignee }) => who(assignee) },
          { title: '', render: (_, { ticket }) => <Link to={`/tickets/${ticket}`}>{t('surveys.ticket')}</Link> },
        ]}
      />
    </Page>
  );
}

import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { useReportWords } from '../named';
import { Workbench } from './workbench';

const FROM = ['edit', 'copy'] as const;

/** Builds a report: a new one, one's own, or a copy. */
export function Build() {
  const { t } = useTranslation('reports');
  const words = useReportWords();
  const [{ edit, copy }] = useFilters(FROM);
  const id = edit ?? copy ?? '';
  const report = api.useQuery('get', '/api/v1/reports/{id}', { params: { path: { id } } }, { enabled: id !== '' });
  if (id && !report.data) return <Page title={t('ways.build')}>{report.error ? <ProblemAlert error={report.error} retry={() => void report.refetch()} /> : <Skeleton active />}</Page>;
  const start: Schemas['ReportDefinition'] = (report.data ? words.definition(report.data) : null) ?? { name: '', dataset: 'tickets', measures: [{ key: 'm1', label: t('build.tickets'), kind: 'count' }], dimensions: ['channel'], filters: [], window: { last: 3, unit: 'month' }, chart: 'bar' };
  return <Workbench key={`${edit ?? ''}/${copy ?? ''}`} start={copy ? { ...start, name: t('build.copy_of', { name: start.name }) } : start} editing={edit && !report.data?.shipped ? report.data : undefined} />;
}

import { Alert, Button, Flex, Popconfirm, Skeleton } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { api, fetcher, ifMatch } from '../../../api/client';
import { values } from '../../../api/values';
import { useMay } from '../../../app/me';
import { handOver } from '../../../parts/download';
import { useFilters } from '../../../parts/filters';
import { useOften } from '../../../parts/often/often_field';
import { Page } from '../../../parts/page';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { useReportWords } from '../named';
import { PeriodPicker, usePeriod } from '../period';
import { DimensionSelect } from '../dimension_select';
import { ResultView } from '../result/result_view';
import { useResult } from '../use_result';
import { ScheduleModal } from './schedule';

/** One report with its filters, exports and schedule; picking a value in the table narrows it. */
export function OneReport() {
  const { id = '' } = useParams();
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation();
  const say = useValue();
  const may = useMay();
  const go = useNavigate();
  const client = useQueryClient();
  const { failed, done } = useTell();
  const [filters, set] = useFilters(values.ReportDimension);
  const [scheduling, setScheduling] = useState(false);
  const query = { ...usePeriod(), ...filters };
  const report = api.useQuery('get', '/api/v1/reports/{id}', { params: { path: { id } } });
  const result = useResult(id, query);
  const remove = api.useMutation('delete', '/api/v1/reports/{id}');
  const view = report.data;
  const words = useReportWords();
  const often = useOften();
  const name = view ? words.name(view) : null;
  const save = async (format: 'csv' | 'xlsx') => {
    const { data, error } = await fetcher.GET('/api/v1/reports/{id}/result', { params: { path: { id }, query: { ...query, format } }, parseAs: 'blob' });
    if (error) failed(error);
    else handOver(data, `${name ?? id}.${format}`);
  };
  const own = view && !view.shipped && may('report:write');
  return (
    <Page
      title={name ?? t('title')}
      actions={
        <>
          <PeriodPicker />
          {values.ReportFormat.map((format) => (
            <Button key={format} onClick={() => void save(format).catch(failed)}>
              {common('actions.export')} {say('ReportFormat', format)}
            </Button>
          ))}
          {own ? <Button onClick={() => setScheduling(true)}>{t('schedule.title')}</Button> : null}
          {own ? (
            <Link to={`/reports/build?edit=${id}`}>
              <Button>{common('actions.edit')}</Button>
            </Link>
          ) : null}
          {may('report:write') ? (
            <Link to={`/reports/build?copy=${id}`}>
              <Button>{t('copy')}</Button>
            </Link>
          ) : null}
          {own ? (
            <Popconfirm
              title={common('ask_delete', { name })}
              onConfirm={() =>
                remove.mutate(
                  { params: { path: { id }, header: ifMatch(view.version ?? 0) } },
                  {
                    onError: failed,
                    onSuccess: () => {
                      void client.invalidateQueries({ queryKey: ['get', '/api/v1/reports'] });
                      done(common('deleted'));
                      void go('/reports');
                    },
                  },
                )
              }
            >
              <Button danger loading={remove.isPending}>
                {common('actions.delete')}
              </Button>
            </Popconfirm>
          ) : null}
        </>
      }
    >
      {view ? <span>{words.about(view)}</span> : null}
      {view?.schedule ? <Alert type="info" showIcon title={t('schedule.runs', { cron: often(view.schedule.cron), zone: view.schedule.zone, to: view.schedule.recipients.join(', ') })} /> : null}
      <Flex gap="small" wrap>
        {values.ReportDimension.map((name) => (
          <DimensionSelect key={name} of={name} chosen={filters[name] ? [filters[name]] : []} onChoose={([value]) => set({ [name]: value ?? null })} />
        ))}
      </Flex>
      {report.error || result.error ? <ProblemAlert error={report.error ?? result.error} retry={() => void result.refetch()} /> : null}
      {result.data ? <ResultView result={words.result(view, result.data)} before={result.before} height={420} onPick={(name, value) => set({ [name]: value })} /> : result.isPending ? <Skeleton active /> : null}
      {view && scheduling ? <ScheduleModal report={view} onClose={() => setScheduling(false)} /> : null}
    </Page>
  );
}

import { Button, Col, Empty, Input, Row, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useMay } from '../../../app/me';
import { useFilters } from '../../../parts/filters';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { useReportWords } from '../named';
import { PeriodPicker } from '../period';
import { Ways } from '../ways';
import { ReportCard } from './card';

const FILTERS = ['q'] as const;

/** All reports as live charts. */
export function Dashboard() {
  const { t } = useTranslation('reports');
  const may = useMay();
  const words = useReportWords();
  const [{ q }, set] = useFilters(FILTERS);
  const reports = api.useQuery('get', '/api/v1/reports', { params: { query: { limit: 200 } } });
  const items = reports.data?.items.filter((report) => !q || `${words.name(report)} ${words.about(report)}`.toLowerCase().includes(q.toLowerCase())) ?? [];
  return (
    <Page title={t('title')} actions={<PeriodPicker />}>
      <Ways />
      <Input.Search allowClear defaultValue={q} placeholder={t('find')} aria-label={t('find')} onSearch={(text) => set({ q: text })} />
      {reports.error ? <ProblemAlert error={reports.error} retry={() => void reports.refetch()} /> : null}
      {reports.isPending ? <Skeleton active /> : null}
      {reports.data && items.length === 0 ? (
        <Empty description={t('none_found')}>
          {may('report:write') ? (
            <Link to="/reports/build">
              <Button>{t('ways.build')}</Button>
            </Link>
          ) : null}
        </Empty>
      ) : null}
      <Row gutter={[16, 16]}>
        {items.map((report) => (
          <Col key={report.id} xs={24} lg={12}>
            <ReportCard report={report} />
          </Col>
        ))}
      </Row>
    </Page>
  );
}

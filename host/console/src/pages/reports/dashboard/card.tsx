import { Card, Skeleton, theme } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { ProblemAlert } from '../../../parts/problem';
import { useReportWords } from '../named';
import { usePeriod } from '../period';
import { ResultView } from '../result/result_view';
import { useResult } from '../use_result';

/** One report of the dashboard; it is computed once it comes into sight, and every 30 seconds while it stays there. */
export function ReportCard({ report }: { report: Schemas['ReportView'] }) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const watch = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false), { rootMargin: '200px' });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  const words = useReportWords();
  const period = usePeriod();
  const { token } = theme.useToken();
  const result = useResult(report.id, period, seen);
  return (
    <Card ref={place} size="small" title={<Link to={`/reports/one/${report.id}`} style={{ color: token.colorText, textDecoration: 'underline' }}>{words.name(report)}</Link>} style={{ minHeight: 360 }}>
      {result.data ? <ResultView result={words.result(report, result.data)} before={result.before} height={260} /> : result.error ? <ProblemAlert error={result.error} retry={() => void result.refetch()} /> : <Skeleton active={seen} />}
    </Card>
  );
}

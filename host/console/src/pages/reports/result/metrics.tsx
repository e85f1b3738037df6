import { Flex, Statistic, theme } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useLanguage } from '../../../words/use';
import { change } from './change';
import { useRead } from './use_read';

/** Single figures, each with its change since the days before, as many as are counted. */
export function Metrics({ result, before }: { result: Schemas['ReportResult']; before?: Schemas['ReportResult'] | undefined }) {
  const { t } = useTranslation('reports');
  const { token } = theme.useToken();
  const language = useLanguage();
  const read = useRead(result.currency);
  return (
    <Flex gap="large" wrap>
      {result.columns.map((column, at) => {
        if (column.kind !== 'measure' || result.totals[at] == null) return null;
        const was = before?.totals[at];
        const changed = change(result.totals[at], was, column.unit, language);
        return (
          <div key={column.key}>
            <Statistic title={column.label} value={read(result.totals[at], column)} styles={{ content: { fontSize: result.chart === 'metric' ? 30 : 20 } }} />
            {before && changed ? (
              <small style={{ color: token.colorTextSecondary }} title={t('change.days', { from: before.from, to: before.to })}>
                {t(column.unit === 'share' ? 'change.points' : 'change.share', { changed, was: read(was, column) })}
              </small>
            ) : null}
          </div>
        );
      })}
    </Flex>
  );
}

import { Alert, Empty, Flex, Segmented, Statistic, Table, theme } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { values } from '../../../api/values';
import type { Schemas } from '../../../api/client';
import { Chart } from '../../../parts/chart/chart';
import { useValue } from '../../../words/use';
import { option } from './option';
import { useRead } from './use_read';

/** A computed report as its chart; a switch shows the same figures as a table. */
export function ResultView({ result, height, onPick }: { result: Schemas['ReportResult']; height?: number; onPick?: (dimension: string, value: string) => void }) {
  const { t } = useTranslation('reports');
  const say = useValue();
  const { token } = theme.useToken();
  const read = useRead(result.currency);
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  const drawing = useMemo(() => option(result, read, token.colorText), [result, read, token.colorText]);
  const asTable = result.chart === 'table' || shown === 'table';
  const dimension = (key: string) => values.ReportDimension.find((one) => one === key);
  const head = (column: Schemas['ReportColumn']) =>
    column.kind === 'time' ? t('time') : column.kind === 'dimension' ? say('ReportDimension', dimension(column.key)) || column.label : column.label;
  if (result.rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('nothing')} />;
  return (
    <Flex vertical gap="small">
      {result.chart === 'table' ? null : (
        <Segmented
          size="small"
          aria-label={t('shown_as')}
          style={{ alignSelf: 'flex-end' }}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'chart', label: t('as_chart') },
            { value: 'table', label: t('as_table') },
          ]}
        />
      )}
      {asTable ? (
        <Table
          size="small"
          scroll={{ x: 'max-content', y: height }}
          pagination={false}
          rowKey={(row) => JSON.stringify(row)}
          dataSource={result.rows}
          columns={result.columns.map((column, at) => ({
            key: column.key,
            title: head(column),
            align: column.kind === 'measure' ? ('right' as const) : undefined,
            render: (_: unknown, row: unknown[]) => {
              const value = row[at];
              const text = read(value, column);
              return onPick && column.kind === 'dimension' && typeof value === 'string' && value ? (
                <button type="button" className="number" style={{ all: 'unset', cursor: 'pointer', color: token.colorLink }} onClick={() => onPick(column.key, value)}>
                  {text}
                </button>
              ) : (
                <span className={column.kind === 'measure' ? 'number' : undefined}>{text}</span>
              );
            },
          }))}
        />
      ) : result.chart === 'metric' ? (
        <Flex gap="large" wrap>
          {result.columns.map((column, at) => (column.kind === 'measure' ? <Statistic key={column.key} title={column.label} value={read(result.totals[at], column)} /> : null))}
        </Flex>
      ) : (
        <Chart option={drawing} label={t('chart_of', { name: result.name, from: result.from, to: result.to })} height={height} />
      )}
      {result.truncated ? <Alert type="info" showIcon title={t('truncated')} /> : null}
    </Flex>
  );
}

import { Alert, Empty, Flex, Segmented, Select, Table, theme } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { values } from '../../../api/values';
import type { Schemas } from '../../../api/client';
import { Chart } from '../../../parts/chart/chart';
import { useValue } from '../../../words/use';
import { TOLD } from '../use_result';
import { Metrics } from './metrics';
import { option } from './option';
import { useRead } from './use_read';

interface Shown {
  result: Schemas['ReportResult'];
  /** The same for as many days before, where it is told what changed. */
  before?: Schemas['ReportResult'] | undefined;
  height?: number;
  onPick?: (dimension: string, value: string) => void;
}

/** A computed report as its chart; a switch shows the same figures as a table. */
export function ResultView({ result, before, height, onPick }: Shown) {
  const { t } = useTranslation('reports');
  const say = useValue();
  const { token } = theme.useToken();
  const read = useRead(result.currency);
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  const [drawn, setDrawn] = useState(0);
  const measures = result.columns.filter(({ kind }) => kind === 'measure');
  // A chart of two kinds of rows has one series for each of the second, so it shows one figure at a time.
  const oneOf = measures.length > 1 && result.chart !== 'table' && (result.chart === 'pie' || result.columns.length - measures.length > 1);
  const drawing = useMemo(() => option(result, read, token.colorText, drawn), [result, read, token.colorText, drawn]);
  const asTable = result.chart === 'table' || shown === 'table';
  const dimension = (key: string) => values.ReportDimension.find((one) => one === key);
  const head = (column: Schemas['ReportColumn']) =>
    column.kind === 'time' ? t('time') : column.kind === 'dimension' ? say('ReportDimension', dimension(column.key)) || column.label : column.label;
  if (result.rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('nothing')} />;
  return (
    <Flex vertical gap="small">
      {result.chart === 'table' ? null : (
        <Flex justify="end" gap="small" wrap>
          {oneOf && shown === 'chart' ? (
            <Select size="small" aria-label={t('build.measures')} popupMatchSelectWidth={false} value={drawn} onChange={setDrawn} options={measures.map(({ label }, value) => ({ value, label }))} />
          ) : null}
          <Segmented
            size="small"
            aria-label={t('shown_as')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'chart', label: t('as_chart') },
              { value: 'table', label: t('as_table') },
            ]}
          />
        </Flex>
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
      ) : (
        <>
          {TOLD.includes(result.chart) ? <Metrics result={result} before={before} /> : null}
          {result.chart === 'metric' ? null : <Chart option={drawing} label={t('chart_of', { name: result.name, from: result.from, to: result.to })} height={height} />}
        </>
      )}
      {result.truncated ? <Alert type="info" showIcon title={t('truncated')} /> : null}
    </Flex>
  );
}

import type { EChartsCoreOption } from 'echarts/core';
import type { Schemas } from '../../../api/client';

type Result = Schemas['ReportResult'];
type Column = Schemas['ReportColumn'];
/** How a value of a column reads. */
export type Read = (value: unknown, column: Column) => string;

interface Series {
  name: string;
  column: Column;
  data: (number | null)[];
}

const asNumber = (value: unknown) => (typeof value === 'number' ? value : null);

/** Rows turned into places on the axis and series: with two kinds of rows the second kind becomes the series of the first measure. */
export function spread(result: Result, read: Read): { places: string[]; series: Series[] } {
  const indexed = result.columns.map((column, at) => ({ column, at }));
  const heads = indexed.filter(({ column }) => column.kind !== 'measure');
  const measures = indexed.filter(({ column }) => column.kind === 'measure');
  const say = (row: unknown[], parts: typeof heads) => parts.map(({ column, at }) => read(row[at], column)).join(' / ');
  const first = measures[0];
  if (heads.length < 2 || !first) {
    return {
      places: result.rows.map((row) => say(row, heads)),
      series: measures.map(({ column, at }) => ({ name: column.label, column, data: result.rows.map((row) => asNumber(row[at])) })),
    };
  }
  const places = [...new Set(result.rows.map((row) => say(row, heads.slice(0, 1))))];
  const found = new Map<string, Series>();
  for (const row of result.rows) {
    const name = say(row, heads.slice(1));
    const series = found.get(name) ?? { name, column: first.column, data: places.map(() => null) };
    series.data[places.indexOf(say(row, heads.slice(0, 1)))] = asNumber(row[first.at]);
    found.set(name, series);
  }
  return { places, series: [...found.values()] };
}

/** What echarts draws for a result; every unit has an axis of its own. */
export function option(result: Result, read: Read, text: string): EChartsCoreOption {
  const { places, series } = spread(result, read);
  const legend = { type: 'scroll', top: 0, textStyle: { color: text } };
  if (result.chart === 'pie') {
    const only = series[0];
    return {
      // Text drawn on the canvas, since the policy of the page allows no markup with styles.
      tooltip: { trigger: 'item', renderMode: 'richText', valueFormatter: (value: unknown) => (only ? read(value, only.column) : '') },
      legend: { ...legend, orient: 'vertical', left: 0 },
      series: [{ type: 'pie', radius: ['40%', '75%'], center: ['65%', '50%'], label: { show: false }, data: places.map((name, at) => ({ name, value: only?.data[at] ?? 0 })) }],
    };
  }
  const units = [...new Set(series.map(({ column }) => column.unit))];
  return {
    legend,
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    grid: { left: 8, right: 8 + Math.max(0, units.length - 2) * 64, bottom: 8, top: 40, containLabel: true },
    xAxis: { type: 'category', data: places, axisLabel: { color: text, hideOverlap: true } },
    yAxis: units.map((unit, at) => ({
      type: 'value',
      position: at === 0 ? 'left' : 'right',
      offset: Math.max(0, at - 1) * 64,
      splitLine: { show: at === 0 },
      axisLabel: { color: text, formatter: (value: number) => read(value, { key: '', label: '', kind: 'measure', unit }) },
    })),
    series: series.map(({ name, column, data }) => ({
      name,
      data,
      type: result.chart === 'line' ? 'line' : 'bar',
      stack: result.chart === 'stacked_bar' ? column.unit : undefined,
      yAxisIndex: units.indexOf(column.unit),
      tooltip: { valueFormatter: (value: unknown) => read(value, column) },
    })),
  };
}

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

/** Most series of a second dimension whose bars stand side by side. */
const SIDE_BY_SIDE = 4;

const asNumber = (value: unknown) => (typeof value === 'number' ? value : null);

/** Rows turned into places on the axis and series: with two kinds of rows the second kind becomes the series of one measure. */
export function spread(result: Result, read: Read, drawn = 0): { places: string[]; series: Series[] } {
  const indexed = result.columns.map((column, at) => ({ column, at }));
  const heads = indexed.filter(({ column }) => column.kind !== 'measure');
  const measures = indexed.filter(({ column }) => column.kind === 'measure');
  const say = (row: unknown[], parts: typeof heads) => parts.map(({ column, at }) => read(row[at], column)).join(' / ');
  const first = measures[drawn] ?? measures[0];
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

/** What echarts draws for a result; every unit has an axis of its own. `drawn` is the measure where only one can be shown. */
export function option(result: Result, read: Read, text: string, drawn = 0): EChartsCoreOption {
  const { places, series } = spread(result, read, drawn);
  const legend = { type: 'scroll', top: 0, textStyle: { color: text } };
  if (result.chart === 'pie') {
    // Every row is a slice, however many kinds of rows there are.
    const indexed = result.columns.map((one, at) => ({ one, at }));
    const heads = indexed.filter(({ one }) => one.kind !== 'measure');
    const shown = indexed.filter(({ one }) => one.kind === 'measure');
    const { one: column, at: measure } = shown[drawn] ?? shown[0] ?? { at: -1 };
    const slices = result.rows.map((row) => ({ name: heads.map(({ one, at }) => read(row[at], one)).join(' / '), value: asNumber(row[measure]) ?? 0 }));
    return {
      // Text drawn on the canvas, since the policy of the page allows no markup with styles.
      tooltip: { trigger: 'item', renderMode: 'richText', valueFormatter: (value: unknown) => (column ? read(value, column) : '') },
      legend: { ...legend, orient: 'vertical', left: 0 },
      series: [{ type: 'pie', radius: ['40%', '75%'], center: ['65%', '50%'], label: { show: false }, data: slices }],
    };
  }
  const heads = result.columns.filter(({ kind }) => kind !== 'measure').length;
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
      // Bars of many series beside one another would be hairs.
      stack: result.chart === 'stacked_bar' || (heads > 1 && series.length > SIDE_BY_SIDE) ? column.unit : undefined,
      yAxisIndex: units.indexOf(column.unit),
      tooltip: { valueFormatter: (value: unknown) => read(value, column) },
    })),
  };
}

import type { EChartsCoreOption } from 'echarts/core';
import type { Schemas } from '../../../api/client';

/** What can be drawn of the use of plugins. */
export const MEASURES = ['calls', 'faults', 'fuel'] as const;

/** A day as the API counts them (from 1970-01-01, UTC), as people write it. */
export const dayOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The day as the API counts them. */
export const dayFrom = (text: string) => Math.floor(Date.parse(`${text}T00:00:00Z`) / 86_400_000);

/** Bars for each day from the first to the last, one colour for each plugin, one upon the other; days without any use have none. */
export function drawn(
  rows: readonly Schemas['Usage'][],
  [from, to]: readonly [string, string],
  measure: (typeof MEASURES)[number],
  nameOf: (plugin: string) => string,
): EChartsCoreOption {
  const first = dayFrom(from);
  const count = Math.max(0, dayFrom(to) - first + 1);
  const series = new Map<string, number[]>();
  for (const row of rows.filter(({ day }) => day >= first && day < first + count)) {
    const name = nameOf(row.plugin);
    const data = series.get(name) ?? Array.from({ length: count }, () => 0);
    data[row.day - first] = (data[row.day - first] ?? 0) + row[measure];
    series.set(name, data);
  }
  return {
    legend: { type: 'scroll', top: 0 },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    grid: { left: 8, right: 8, bottom: 8, top: 40, containLabel: true },
    xAxis: { type: 'category', data: Array.from({ length: count }, (_, at) => dayOf(first + at)) },
    yAxis: { type: 'value' },
    series: [...series].map(([name, data]) => ({ name, data, type: 'bar', stack: 'all', barMaxWidth: 40 })),
  };
}

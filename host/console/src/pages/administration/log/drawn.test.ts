import { expect, test } from 'vitest';
import { drawn } from './drawn';

const used = (day: number, plugin: string, calls: number) => ({ day, plugin, calls, purpose: 'decision' as const, duration_us: 1, faults: 0, fuel: 10, peak_memory: 0 });

test('days without use have no bar, and purposes of one plugin are added up', () => {
  const option = drawn([used(20_000, 'a', 2), used(20_002, 'a', 3), used(20_002, 'a', 4), used(20_000, 'b', 1)], ['2024-10-03', '2024-10-06'], 'calls', (id) => id.toUpperCase());
  expect(option).toMatchObject({
    xAxis: { data: ['2024-10-03', '2024-10-04', '2024-10-05', '2024-10-06'] },
    series: [
      { name: 'A', data: [0, 2, 0, 7] },
      { name: 'B', data: [0, 1, 0, 0] },
    ],
  });
  expect(drawn([], ['2024-10-04', '2024-10-04'], 'fuel', (id) => id)).toMatchObject({ series: [] });
});

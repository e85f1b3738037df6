import { expect, test } from 'vitest';
import { draft } from './draft';
import { count, fresh } from './found';

function memory() {
  const kept = new Map<string, string>();
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text), removeItem: (name: string) => void kept.delete(name) };
}

test('what was counted survives a reload until it is sent', () => {
  const store = memory();
  const lines = { tln_1: count(fresh(2), 2, 'damaged', 1) };
  draft(store, 'tkt_1', undefined).keep(lines);
  expect(draft(store, 'tkt_1', undefined).read()).toEqual(lines);
  expect(draft(store, 'tkt_2', undefined).read()).toBeNull();
  draft(store, 'tkt_1', undefined).forget();
  expect(draft(store, 'tkt_1', undefined).read()).toBeNull();
});

test('what was counted before somebody else inspected is out of date', () => {
  const store = memory();
  draft(store, 'tkt_1', 'isp_1').keep({ tln_1: fresh(1) });
  expect(draft(store, 'tkt_1', 'isp_2').read()).toBeNull();
  store.setItem('redress.inspection.tkt_1', '{"after":"isp_2","lines":{"tln_1":{"good":"1"}}}');
  expect(draft(store, 'tkt_1', 'isp_2').read()).toEqual({});
});

import { expect, test } from 'vitest';
import { add, freeId, fresh, place, put, remove, rename, type Workflow } from './edit';
import { layout } from './layout';
import { connect, cut, lead, ways } from './ways';

const name = { 'zh-CN': '名', en: 'Name' };
const workflow: Workflow = {
  id: 'w',
  version: 1,
  name,
  fallback: 'agent',
  nodes: [
    { id: 'start', name, kind: { type: 'start', next: 'review' } },
    {
      id: 'review',
      name,
      kind: { type: 'approval' },
      work: {
        who: [{ role: 'agent' }],
        buttons: [
          { code: 'agree', does: 'agree', next: 'amount' },
          { code: 'reject', does: 'reject', next: 'fix' },
          { code: 'transfer', does: 'transfer' },
        ],
      },
      limit: { within: '4h', steps: [{ after: '4h', do: ['remind', { go: 'end' }] }] },
    },
    { id: 'fix', name, kind: { type: 'form' }, work: { who: [{ doer_of: 'review' }], buttons: [{ code: 'submit', does: 'submit', next: 'review' }] } },
    { id: 'amount', name, kind: { type: 'condition', branches: [{ when: 'has(outcome.review.by) && outcome.review_2.by == "x"', next: 'fix' }], else: 'end' } },
    { id: 'end', name, kind: { type: 'end', outcome: 'done' } },
  ],
};
const node = (id: string, of = workflow) => of.nodes.find((one) => one.id === id) ?? fresh('none', 'end', {});
const led = (id: string, of = workflow) => ways(node(id, of)).map(({ port, to }) => `${port}>${to}`);

test('ways out are buttons that decide, branches and escalations', () => {
  expect(led('review')).toEqual(['button:0>amount', 'button:1>fix', 'late:0:1>end']);
  expect(led('amount')).toEqual(['branch:0>fix', 'else>end']);
  expect(led('end')).toEqual([]);
});

test('every way can lead elsewhere and be cut', () => {
  for (const one of workflow.nodes) {
    for (const { port } of ways(one)) expect(ways(lead(one, port, 'elsewhere')).find((way) => way.port === port)?.to, port).toBe('elsewhere');
  }
  expect(ways(cut(node('amount'), 'branch:0')).map(({ port }) => port)).toEqual(['else']);
  expect(ways(cut(node('start'), 'next'))).toEqual([{ port: 'next', to: '' }]);
});

test('a drawn connection takes a free way before it makes one', () => {
  expect(ways(connect(fresh('a', 'approval', name), 'end')).map(({ to }) => to)).toEqual(['end', '']);
  expect(ways(connect(node('amount'), 'review'))[1]).toMatchObject({ port: 'branch:1', to: 'review' });
  expect(connect(node('fix'), 'end').work?.buttons[1]).toEqual({ code: 'submit_2', does: 'submit', next: 'end' });
  expect(ways(connect(node('start'), 'end'))).toEqual([{ port: 'next', to: 'end' }]);
  expect(connect(node('end'), 'start')).toBe(node('end'));
});

test('nothing leads to a node that is gone', () => {
  const after = remove(workflow, 'fix');
  expect(led('review', after)).toEqual(['button:0>amount', 'button:1>', 'late:0:1>end']);
  expect(led('amount', after)).toEqual(['branch:0>', 'else>end']);
});

test('a new id is followed by ways, doers and outcomes', () => {
  const after = rename(workflow, 'review', 'check');
  expect(led('start', after)).toEqual(['next>check']);
  expect(node('fix', after).work?.who).toEqual([{ doer_of: 'check' }]);
  expect(node('amount', after).kind).toMatchObject({ branches: [{ when: 'has(outcome.check.by) && outcome.review_2.by == "x"' }] });
  expect(rename(workflow, 'review', 'end')).toBe(workflow);
});

test('new nodes have free ids and a place', () => {
  expect(freeId(workflow, 'end')).toBe('end_2');
  const grown = add(workflow, fresh('late', 'timer', name));
  expect(node('late', place(grown, new Map([['late', { x: 1.4, y: 2 }]]))).position).toEqual({ x: 1, y: 2 });
  expect(node('end', put(workflow, 'end', (one) => ({ ...one, name: {} }))).name).toEqual({});
});

test('the layout stands every node below what leads to it, and none on another', () => {
  const places = layout(workflow.nodes);
  const y = (id: string) => places.get(id)?.y ?? -1;
  expect([y('start') < y('review'), y('review') < y('amount'), y('amount') < y('fix'), y('amount') < y('end')]).toEqual([true, true, true, true]);
  expect(new Set([...places.values()].map(({ x, y: down }) => `${x},${down}`)).size).toBe(workflow.nodes.length);
  const looped = layout([...workflow.nodes, fresh('alone', 'form', name)]);
  expect(looped.size).toBe(6);
});

import { expect, test } from 'vitest';
import { nextNeed, standingOf } from './standing';

const ladder = [
  { name: 'agent', approval_rank: 10 },
  { name: 'supervisor', approval_rank: 20 },
  { name: 'director', approval_rank: 30 },
  { name: 'admin', approval_rank: 90 },
  { name: 'risk', approval_rank: null },
];
const needs = (role: string, agreed: string[] = []) => ({ approvals: [{ need: { role, quorum: 'any' as const }, required: 1, agreed }] });
const holder = (name: string) => ({ id: `usr_${name}`, roles: ladder.filter((role) => role.name === name) });

test('who is waited for, and who stands higher, may agree', () => {
  expect(standingOf(needs('director'), holder('director'), [])).toBe('may');
  expect(standingOf(needs('director'), holder('admin'), ladder)).toBe('may');
  expect(standingOf(needs('director'), holder('supervisor'), ladder)).toBe('low');
  expect(standingOf(needs('director'), holder('agent'), [])).toBe('low');
});

test('a role beside the ladder is acted for by its top only', () => {
  expect(standingOf(needs('risk'), holder('admin'), ladder)).toBe('may');
  expect(standingOf(needs('risk'), holder('director'), ladder)).toBe('low');
});

test('whoever agreed is not asked again, and what waits for nobody is for all', () => {
  const both = { approvals: [{ need: { role: 'director', quorum: { at_least: 2 } }, required: 2, agreed: ['usr_director'] }] };
  expect(standingOf(both, holder('director'), ladder)).toBe('agreed');
  expect(nextNeed(needs('director', ['usr_director']).approvals)).toBeUndefined();
  expect(standingOf({ approvals: [] }, holder('agent'), [])).toBe('may');
});

test('money that nobody is named for is for the top', () => {
  const refund = { amount: { minor: 100, currency: 'CNY' }, explanation: '', verdict: 'approve' as const };
  expect(standingOf({ approvals: [], refund }, holder('admin'), ladder)).toBe('may');
  expect(standingOf({ approvals: [], refund }, holder('director'), ladder)).toBe('low');
});

import { expect, test } from 'vitest';
import { bySoonest, isMine, isTeams, nextApproval, standing } from './waiting';

const need = (role: string, required: number, agreed: string[]) => ({
  need: { role, quorum: 'any' as const, with_report: false },
  required,
  agreed,
});
const supervisor = { name: 'supervisor', approval_rank: 10 };
const director = { name: 'director', approval_rank: 20 };
const roles = [supervisor, director, { name: 'warehouse', approval_rank: null }];
const item = (approvals: ReturnType<typeof need>[], more = {}) => ({ approvals, case: 'approval' as const, assignee: null, queue: 'a', ...more });
const looker = (id: string, role: (typeof roles)[number]) => ({ id, roles: [role], queues: ['a'], colleagues: ['c'] });

test('the first incomplete agreement is the next one', () => {
  expect(nextApproval(item([need('supervisor', 1, ['a']), need('director', 2, ['b'])]))?.need.role).toBe('director');
  expect(nextApproval(item([need('supervisor', 1, ['a'])]))).toBeUndefined();
});

test('a higher rank may decide; a lower one, who has agreed, and what is over may not', () => {
  const two = item([need('supervisor', 2, ['a'])]);
  expect(standing(two, 'b', [supervisor], roles)).toBe('may');
  expect(standing(two, 'b', [director], roles)).toBe('may');
  expect(standing(two, 'b', [roles[2]!], roles)).toBe('below');
  expect(standing(two, 'a', [supervisor], roles)).toBe('agreed');
  expect(standing(item([need('director', 1, [])]), 'b', [supervisor], roles)).toBe('below');
  expect(standing({ ...two, case: 'settling' }, 'b', [supervisor], roles)).toBe('none');
  expect(standing(item([], { case: 'first_review' }), 'b', [supervisor], roles)).toBe('may');
  expect(standing(item([], { case: 'first_review' }), 'b', [roles[2]!], roles)).toBe('none');
});

test('mine is what asks for my role or was handed to me, not all that I may decide', () => {
  const low = item([need('supervisor', 1, [])]);
  expect(isMine(low, looker('s', supervisor), roles)).toBe(true);
  expect(isMine(low, looker('d', director), roles)).toBe(false);
  expect(isMine({ ...low, assignee: 'd' }, looker('d', director), roles)).toBe(true);
  expect(isMine(item([need('director', 1, [])], { assignee: 's' }), looker('s', supervisor), roles)).toBe(false);
});

test('the team is told by queue or by department', () => {
  expect(isTeams(item([]), looker('s', supervisor))).toBe(true);
  expect(isTeams(item([], { queue: 'b' }), looker('s', supervisor))).toBe(false);
  expect(isTeams(item([], { queue: null, assignee: 'c' }), looker('s', supervisor))).toBe(true);
});

test('what is owed soonest comes first', () => {
  const found = bySoonest([{ n: 1 }, { n: 2, due_at: '2026-11-02T00:00:00Z' }, { n: 3, due_at: '2026-11-01T00:00:00Z' }, { n: 4, due_at: null }]);
  expect(found.map(({ n }) => n)).toEqual([3, 2, 1, 4]);
});

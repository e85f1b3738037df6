import { expect, test } from 'vitest';
import { reasonsOf } from './why';
import { verdictOf } from '../../../../parts/decision/verdict';

test('a rule says why in the words of its answer', () => {
  expect(reasonsOf({ hook: 'refund-approval', output: { verdict: 'approve', explanation: 'small' } })).toEqual(['small']);
  expect(reasonsOf({ hook: 'routing', output: { queue: 'a', reason: 'VIP' } })).toEqual(['VIP']);
  expect(reasonsOf({ hook: 'fraud-scoring', output: { score: 25, signals: [{ detail: 'first order', weight: 25 }] } })).toEqual(['+25 first order']);
  expect(reasonsOf({ hook: 'notification', output: [{ subject: 'Hello' }] })).toEqual(['Hello']);
  expect(reasonsOf(null)).toEqual([]);
});

test('a verdict is told from whom it is about', () => {
  expect(verdictOf('needs_approval:director')).toEqual({ word: 'needs_approval', about: 'director' });
  expect(verdictOf('approve')).toEqual({ word: 'approve', about: '' });
});

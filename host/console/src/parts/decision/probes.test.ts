import { expect, test } from 'vitest';
import { gather, placeKey } from './probes';

const probe = (to: unknown, change: 'set' | 'at_most' = 'set') => ({ pointer: '/case/ticket/kind', change, also: [], after: 'queue:a', before: 'queue:b', from: 'x', to, size: 1, text: String(to) });

test('changes that lead to the same are one sentence', () => {
  expect(gather([probe('one'), probe('two')])).toMatchObject([{ to: ['one', 'two'], text: 'one' }]);
  expect(gather([probe(1, 'at_most'), probe(2, 'at_most')])).toHaveLength(2);
});

test('every line of a ticket is the same place', () => {
  expect(placeKey('/case/ticket/lines/0/reason')).toBe('case_ticket_lines_reason');
  expect(placeKey('/input/requested')).toBe('input_requested');
});

import { expect, test } from 'vitest';
import { possible } from './possible';

test('what the server says a ticket takes is offered, and nothing else', () => {
  const ticket = { kind: 'refund_only' as const, possible: ['agreed' as const, 'cancelled' as const, 'accepted' as const] };
  expect(Object.entries(possible).filter(([, may]) => may(ticket)).map(([name]) => name)).toEqual(['open', 'decide', 'cancel']);
});

test('goods are looked after where something is sent or mended', () => {
  expect(possible.service({ kind: 'exchange', possible: [] })).toBe(true);
  expect(possible.service({ kind: 'return_refund', possible: [] })).toBe(false);
});

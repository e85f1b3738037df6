import { expect, test } from 'vitest';
import { request } from './draft';

const proof = { order: 'O-1', phone: '13800000001' };

test('only lines with pieces are asked about', () => {
  const wish = { kind: 'return_refund', reason: 'unwanted', description: ' 不合适 ', pieces: { '1': 2, '2': 0 }, form: null } as const;
  expect(request(proof, wish)).toMatchObject({ order: 'O-1', description: '不合适', lines: [{ order_line: '1', quantity: 2, reason: null }], form: null });
});

test('a complaint is about no goods', () => {
  expect(request(proof, { kind: 'complaint', reason: 'late', description: '', pieces: { '1': 1 }, form: {} }).lines).toEqual([]);
});

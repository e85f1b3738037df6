import { expect, test } from 'vitest';
import { bodyOf, type Draft, emptyDraft, emptyLine, linesOf, missing } from './draft';

const draft: Draft = {
  ...emptyDraft,
  kind: 'refund_only',
  from: 'typed',
  order: { number: ' W-1 ', placed: null, delivered: '2026-11-14T08:00:00Z', lines: [{ ...emptyLine, title: '猫粮试用装', quantity: 2, price: '9.90' }] },
  customer: { name: '林女士', phone: '13800000001', id: '' },
  wanted: { '1': { quantity: 1, reason: 'unwanted', amount: '' } },
};
const given = { currency: 'CNY', subject: '猫不吃', form: null };

test('an order that nobody knew is sent whole, and its customer is known by the telephone', () => {
  const body = bodyOf(draft, given);
  expect(body.order).toMatchObject({ external_id: 'W-1', currency: 'CNY' });
  expect(body.order?.lines?.[0]).toMatchObject({ external_id: '1', sku: '猫粮试用装', quantity: 2, unit_price: { minor: 990, currency: 'CNY' } });
  expect(body.customer).toEqual({ external_id: '13800000001', name: '林女士', phone: '13800000001' });
  expect(body.lines).toEqual([{ order_line: '1', quantity: 1, reason: 'unwanted', requested: null }]);
  expect(body.subject).toBe('猫不吃');
  expect(missing(draft, 'CNY')).toEqual([]);
});

test('what is missing is told where it is', () => {
  const holes: Draft = { ...draft, order: { ...draft.order, number: '', lines: [{ ...emptyLine, price: 'ten' }] }, wanted: { '1': { quantity: 1, reason: '', amount: '1.234' } } };
  expect(missing(holes, 'CNY').map(({ pointer }) => pointer)).toEqual([
    '/order/external_id',
    '/order/lines/0/title',
    '/order/lines/0/unit_price',
    '/lines/0/reason',
    '/lines/0/requested',
  ]);
  expect(missing({ ...emptyDraft }, 'CNY').map(({ pointer }) => pointer)).toEqual(['/order']);
  expect(missing({ ...emptyDraft, kind: 'inquiry' }, 'CNY').map(({ pointer }) => pointer)).toEqual(['/subject']);
});

test('only a refund asks for amounts', () => {
  const wanted = { '1': { quantity: 1, reason: 'damaged', amount: '5' } };
  expect(bodyOf({ ...draft, wanted }, given).lines?.[0]?.requested).toEqual({ minor: 500, currency: 'CNY' });
  expect(bodyOf({ ...draft, wanted, kind: 'repair' }, given).lines?.[0]?.requested).toBeNull();
  expect(linesOf({ ...draft, from: 'none' }, 'CNY')).toEqual([]);
});

import { expect, test } from 'vitest';
import { found } from './report';

test('a report is read as far as it is there', () => {
  expect(found(null)).toBeNull();
  expect(found({ decisions: 2 })).toBeNull();
  expect(found({ decisions: 2, identical: 1, divergences: [{ decision: 'dec_1', kind: 'answer' }], skipped: 0 })).toEqual({ decisions: 2, identical: 1, divergences: [{ decision: 'dec_1', detail: '' }] });
});

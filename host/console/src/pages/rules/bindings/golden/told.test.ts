import { expect, test } from 'vitest';
import { told } from './told';

test('the decision that the server names can be gone to, and no word is lost', () => {
  const id = `dec_${'0a'.repeat(16)}`;
  const message = `${id} was approve, would be reject: the bowl`;
  expect(told(message)).toEqual({ decision: id, before: '', after: ' was approve, would be reject: the bowl' });
  expect(told('something else')).toEqual({ decision: null, before: 'something else', after: '' });
});

import { expect, test } from 'vitest';
import type { Schemas } from '../../../api/client';
import { usedBy } from './uses';

const binding = (key: string, config: object) => ({ key, hook: 'routing', plugin: 'p@1.0.0', config }) as Schemas['FileBinding'];

test('a rule uses a parameter that its settings name anywhere', () => {
  const bindings = [
    binding('deep', { repeat: [{ count: { default: 3, parameter: 'abuse_count' } }] }),
    binding('other', { count: { parameter: 'abuse_window' } }),
    binding('text', { note: 'abuse_count' }),
  ];
  expect(usedBy(bindings, 'abuse_count')).toEqual(['deep']);
  expect(usedBy(bindings, 'nobody')).toEqual([]);
});

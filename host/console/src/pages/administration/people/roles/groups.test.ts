import { expect, test } from 'vitest';
import { values } from '../../../../api/values';
import { GROUPS } from './groups';

test('every permission that a shop can give stands in one group', () => {
  const grouped = GROUPS.flatMap(({ permissions }) => permissions);
  expect([...grouped].sort()).toEqual(values.Permission.filter((one) => one !== 'operator').sort());
});

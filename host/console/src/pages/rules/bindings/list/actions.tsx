import { Flex } from 'antd';
import type { Schemas } from '../../../../api/client';
import { Delete } from '../delete';
import { Switching } from '../switching';

/** What can be done to a rule without opening it. */
export function Actions({ binding }: { binding: Schemas['BindingWithPlugin'] }) {
  return (
    <Flex gap="small">
      <Switching binding={binding} size="small" />
      <Delete binding={binding} size="small" />
    </Flex>
  );
}

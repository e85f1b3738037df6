import { Flex, Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useValue } from '../../../words/use';

/** At which points a plugin can be asked. */
export function Hooks({ hooks }: { hooks: readonly Schemas['Hook'][] }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  return (
    <Flex gap={4} wrap>
      {hooks.map((hook) => (
        <Tooltip key={hook} title={t(`hook.${hook}`)}>
          <Tag variant="outlined">{say('Hook', hook)}</Tag>
        </Tooltip>
      ))}
    </Flex>
  );
}

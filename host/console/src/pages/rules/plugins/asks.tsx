import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useValue } from '../../../words/use';

/** What a plugin may ever look up or ask for; one that asks nothing only decides. */
export function Asks({ asks }: { asks: readonly Schemas['Capability'][] }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  if (asks.length === 0) return <Typography.Text type="secondary">{t('plugins.asks_nothing')}</Typography.Text>;
  return (
    <Flex gap={4} wrap>
      {asks.map((ask) => (
        <Tag key={ask} variant="outlined">{say('Capability', ask)}</Tag>
      ))}
    </Flex>
  );
}

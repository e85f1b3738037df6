import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { Who } from '../../../parts/people/name';

/** Who has given a voice so far, in their words, and how many are still needed (会签). */
export function Votes({ votes, missing }: { votes: Schemas['WorkflowVote'][]; missing: number }) {
  const { t } = useTranslation('approvals');
  return (
    <Flex vertical>
      {missing > 1 || votes.length > 0 ? <Typography.Text type="secondary">{t('votes', { given: votes.length, missing })}</Typography.Text> : null}
      {votes.map(({ by, at, button, opinion }) => (
        <Flex key={at} gap="small" wrap>
          <Who actor={by} />
          <Tag>{t(`button.${button}`, { defaultValue: button })}</Tag>
          <Moment at={at} relative />
          <span className="wrap">{opinion}</span>
        </Flex>
      ))}
    </Flex>
  );
}

import { Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { values } from '../../../../api/values';
import { Moment } from '../../../../parts/moment';
import { useValue } from '../../../../words/use';
import { Who } from '../name';
import { internal, isTalk, spoken } from './kinds';

/** One event: a bubble when somebody spoke, a line otherwise. */
export function Happened({ entry }: { entry: Schemas['Entry'] }) {
  const { t } = useTranslation('ticket');
  const say = useValue();
  const kind = values.EventKind.find((known) => `ticket.${known}` === entry.kind);
  const name = kind ? say('EventKind', kind) : t(`event.${entry.kind.replaceAll('.', '_')}`, { defaultValue: entry.kind });
  const text = spoken(entry);
  const line = (
    <Flex gap="small" wrap>
      <Typography.Text type="secondary">
        <Moment at={entry.at} />
      </Typography.Text>
      <Who actor={entry.actor} />
      <Typography.Text>{name}</Typography.Text>
      {internal(entry) ? <Tag>{t('talk.internal')}</Tag> : null}
    </Flex>
  );
  if (!isTalk(entry)) {
    return (
      <div>
        {line}
        {text ? <Typography.Text type="secondary">{text}</Typography.Text> : null}
      </div>
    );
  }
  return (
    <Card size="small" style={{ maxWidth: '85%', alignSelf: entry.actor.type === 'customer' ? 'start' : 'end' }}>
      {line}
      <div style={{ whiteSpace: 'pre-wrap' }}>{text}</div>
    </Card>
  );
}

import { ArrowRightOutlined } from '@ant-design/icons';
import { Flex, Tag, Typography } from 'antd';
import type { Schemas } from '../../../../api/client';
import { Money } from '../../../../parts/money';
import { Moment } from '../../../../parts/moment';
import { Thumbnail } from '../files/thumbnail';
import { Who } from '../../../../parts/people/name';
import { useExtras } from './extras';
import { details, internal, spoken } from './kinds';
import { amountOf, moves } from './moves';
import { useEventName, useMoveWords } from './words_of';

/** An event that nobody spoke: what happened, what it changed, and what was said with it. */
export function Happened({ entry, files }: { entry: Schemas['Entry']; files: Schemas['Attachment'][] }) {
  const name = useEventName();
  const extras = useExtras();
  const words = useMoveWords();
  const { internalWord, axis, value } = words;
  const text = spoken(entry);
  const file = files.find(({ id }) => id === details(entry).attachment);
  return (
    <Flex vertical gap={2}>
      <Flex gap="small" wrap align="center">
        <Typography.Text type="secondary">
          <Moment at={entry.at} />
        </Typography.Text>
        <Who actor={entry.actor} />
        <b>{name(entry)}</b>
        <Money of={amountOf(entry)} />
        {extras(entry).map((one) => (
          <span key={one}>{one}</span>
        ))}
        {internal(entry) ? <Tag>{internalWord}</Tag> : null}
        {moves(entry).map((move) => (
          <Tag key={move.axis}>
            {axis(move)} {move.from ? <>{value(move, move.from)} <ArrowRightOutlined /> </> : null}
            {value(move, move.to)}
          </Tag>
        ))}
      </Flex>
      {text ? <Typography.Text type="secondary" className="wrap">{text}</Typography.Text> : null}
      {file ? (
        <div>
          <Thumbnail file={file} />
        </div>
      ) : null}
    </Flex>
  );
}

import { Badge, Tag } from 'antd';
import type { Schemas } from '../api/client';
import { useValue } from '../words/use';

/** The colour stands beside the word: on a coloured ground the word could not be read well enough (WCAG 2.2 SC 1.4.3). */
export type Colour = 'blue' | 'gold' | 'orange' | 'cyan' | 'red' | 'volcano' | 'geekblue' | 'green' | 'purple';

/** A word with a coloured dot. */
export function State({ colour, children }: { colour: Colour | undefined; children: string }) {
  return (
    <Tag variant="outlined">
      <Badge color={colour ?? 'gray'} text={children} />
    </Tag>
  );
}

const CASE: Partial<Record<Schemas['CaseStatus'], Colour>> = {
  submitted: 'blue',
  first_review: 'blue',
  approval: 'gold',
  awaiting_customer: 'orange',
  awaiting_return: 'orange',
  approved: 'cyan',
  in_transit: 'cyan',
  exception: 'red',
  inspection_hold: 'red',
  refused_once: 'volcano',
  refused_final: 'red',
  settling: 'geekblue',
  fulfilling: 'geekblue',
  completed: 'green',
};
const MONEY: Partial<Record<Schemas['MoneyStatus'], Colour>> = {
  refund_pending: 'gold',
  refunding: 'geekblue',
  refunded: 'green',
  refund_failed: 'red',
  refund_unknown: 'volcano',
  clawback: 'red',
};
const PRIORITY: Partial<Record<Schemas['Priority'], Colour>> = { high: 'orange', urgent: 'red' };

export function CaseTag({ value }: { value: Schemas['CaseStatus'] }) {
  const say = useValue();
  return <State colour={CASE[value]}>{say('CaseStatus', value)}</State>;
}

export function GoodsTag({ value }: { value: Schemas['GoodsStatus'] }) {
  const say = useValue();
  return <State colour={value === 'lost' ? 'red' : undefined}>{say('GoodsStatus', value)}</State>;
}

export function MoneyTag({ value }: { value: Schemas['MoneyStatus'] }) {
  const say = useValue();
  return <State colour={MONEY[value]}>{say('MoneyStatus', value)}</State>;
}

export function DisputeTag({ value }: { value: Schemas['DisputeStatus'] }) {
  const say = useValue();
  return value === 'none' ? null : <State colour="purple">{say('DisputeStatus', value)}</State>;
}

export function PriorityTag({ value }: { value: Schemas['Priority'] }) {
  const say = useValue();
  return <State colour={PRIORITY[value]}>{say('Priority', value)}</State>;
}

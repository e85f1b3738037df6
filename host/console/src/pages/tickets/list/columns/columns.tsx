import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Moment } from '../../../../parts/moment';
import { Money } from '../../../../parts/money';
import { CaseTag, DisputeTag, GoodsTag, MoneyTag, PriorityTag } from '../../../../parts/status';
import { useValue } from '../../../../words/use';
import { useCode } from '../../../../parts/codes/codes';
import { Due } from '../../../../parts/due';
import { useNames } from '../../../../parts/people/name';
import { useQueueName } from '../../../../parts/people/people';
import type { Row } from '../row';
import type { Column } from './chosen';

/** The columns of the list, as far as they are chosen. */
export function useColumns(chosen: readonly Column[]): TableColumnsType<Row> {
  const { t } = useTranslation('tickets');
  const say = useValue();
  const code = useCode();
  const [person, queueName] = [useNames(), useQueueName()];
  const draw: Record<Column, (row: Row) => React.ReactNode> = {
    number: ({ id, number }) => <Link to={`/tickets/${id}`}>{number}</Link>,
    due: ({ due_at: at }) => <Due at={at} />,
    subject: ({ subject }) => subject,
    customer: ({ customer }) => customer?.name ?? customer?.external_id,
    order: ({ order }) => order?.external_id,
    amount: ({ refund }) => <Money of={refund?.amount} />,
    kind: ({ kind }) => say('TicketKind', kind),
    status: ({ case: value }) => <CaseTag value={value} />,
    goods: ({ goods }) => <GoodsTag value={goods} />,
    money: ({ money, dispute }) => (
      <>
        <MoneyTag value={money} />
        <DisputeTag value={dispute} />
      </>
    ),
    priority: ({ priority }) => <PriorityTag value={priority} />,
    queue: ({ queue }) => (queue ? queueName(queue) : null),
    owner: ({ assignee }) => (assignee ? person(assignee) : null),
    problem: ({ problem_type: problem }) => (problem ? code('problem', problem) : null),
    channel: ({ channel }) => code('channel', channel),
    created: ({ created_at: at }) => <Moment at={at} />,
    updated: ({ updated_at: at }) => <Moment at={at} relative />,
  };
  return chosen.map((key) => ({ key, title: t(`column.${key}`), render: (_: unknown, row: Row) => draw[key](row), ...(key === 'subject' ? { ellipsis: true, width: 240 } : {}) }));
}

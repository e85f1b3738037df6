import { Button, Card, Checkbox, Empty, Flex, Spin, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CaseTag, MoneyTag, PriorityTag } from '../../../parts/status';
import { useValue } from '../../../words/use';
import { Due } from '../../../parts/due';
import { useNames } from '../../../parts/people/name';
import { useQueueName } from '../../../parts/people/people';
import type { Row } from './row';

/** The list on a telephone: one card for each ticket, with what decides what to do next. */
export function Cards({
  rows,
  loading,
  empty,
  more,
  selected,
  onSelect,
}: {
  rows: Row[];
  loading: boolean;
  empty: string;
  /** Loads further ones, when there are any. */
  more: (() => void) | undefined;
  selected: string[];
  onSelect: (ids: string[]) => void;
}) {
  const { t } = useTranslation('tickets');
  const { t: common } = useTranslation();
  const say = useValue();
  const [person, queue] = [useNames(), useQueueName()];
  if (loading && rows.length === 0) return <Spin />;
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return (
    <Flex vertical gap="small" role="list" aria-label={t('title')}>
      {rows.map((row) => (
        <Card key={row.id} size="small" role="listitem">
          <Flex gap="small" align="start">
            <Checkbox
              aria-label={t('bulk.choose', { number: row.number })}
              checked={selected.includes(row.id)}
              onChange={({ target }) => onSelect(target.checked ? [...selected, row.id] : selected.filter((id) => id !== row.id))}
            />
            <Flex vertical gap={4} style={{ minWidth: 0, flex: 1 }}>
              <Flex justify="space-between" gap="small" wrap>
                <Link to={`/tickets/${row.id}`}>{row.number}</Link>
                <Due at={row.due_at} />
              </Flex>
              <Typography.Text ellipsis>{row.subject}</Typography.Text>
              <Flex gap={4} wrap>
                <CaseTag value={row.case} />
                {row.money === 'none' ? null : <MoneyTag value={row.money} />}
                {row.priority === 'normal' ? null : <PriorityTag value={row.priority} />}
              </Flex>
              <Typography.Text type="secondary">
                {[say('TicketKind', row.kind), row.queue ? queue(row.queue) : '', row.assignee ? person(row.assignee) : ''].filter(Boolean).join(' · ')}
              </Typography.Text>
            </Flex>
          </Flex>
        </Card>
      ))}
      {more ? <Button onClick={more}>{common('actions.more')}</Button> : null}
    </Flex>
  );
}

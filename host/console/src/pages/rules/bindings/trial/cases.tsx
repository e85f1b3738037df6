import { Button, Flex, Spin, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { paging } from '../../../../parts/list';
import { Moment } from '../../../../parts/moment';
import { Money } from '../../../../parts/money';
import { ProblemAlert } from '../../../../parts/problem';
import { inHeap, type Pair, pairs } from './divergence';

/** Decisions read at once. */
const PAGE = 200;

/** The tickets of a heap, the latest first, each with both answers to look into. */
export function Cases({ shadow, counted, heap }: { shadow: string; counted: string | null; heap: Schemas['Heap'] }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const shadows = api.useInfiniteQuery('get', '/api/v1/decisions', { params: { query: { binding: shadow, limit: PAGE } } }, paging);
  const others = api.useInfiniteQuery('get', '/api/v1/decisions', { params: { query: { binding: counted ?? '', limit: PAGE } } }, { ...paging, enabled: counted !== null });
  if (counted === null) return <Typography.Text type="secondary">{t('bindings.trial.no_cases')}</Typography.Text>;
  const error = shadows.error ?? others.error;
  if (error) return <ProblemAlert error={error} retry={() => void (shadows.error ? shadows.refetch() : others.refetch())} />;
  if (!shadows.data || !others.data) return <Spin />;
  const items = (pages: { items: Schemas['DecisionItem'][] }[]) => pages.flatMap((page) => page.items);
  const found = inHeap(heap, pairs(items(shadows.data.pages), items(others.data.pages)));
  const more = () => {
    if (shadows.hasNextPage) void shadows.fetchNextPage();
    if (others.hasNextPage) void others.fetchNextPage();
  };
  return (
    <Flex vertical gap="small">
      <Table<Pair>
        size="small"
        rowKey={({ shadow: { id } }) => id}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={found}
        locale={{ emptyText: t('bindings.trial.no_cases') }}
        columns={[
          { title: t('column.at'), render: (_, { shadow: { at } }) => <Moment at={at} /> },
          { title: t('column.amount'), render: (_, { shadow: { consequence } }) => <Money of={consequence.amount} /> },
          { title: t('column.ticket'), render: (_, { shadow: { ticket } }) => <Link to={`/tickets/${ticket}`}>{t('open_ticket')}</Link> },
          { title: t('bindings.trial.counted'), render: (_, { counted: { id } }) => <Link to={`/rules/decisions/${id}`}>{t('bindings.trial.see')}</Link> },
          { title: t('bindings.trial.tried'), render: (_, { shadow: { id } }) => <Link to={`/rules/decisions/${id}`}>{t('bindings.trial.see')}</Link> },
        ]}
      />
      {found.length < heap.decisions && (shadows.hasNextPage || others.hasNextPage) ? (
        <Button size="small" style={{ alignSelf: 'start' }} loading={shadows.isFetching || others.isFetching} onClick={more}>
          {common('actions.more')}
        </Button>
      ) : null}
    </Flex>
  );
}

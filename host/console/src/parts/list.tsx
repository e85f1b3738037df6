import { Button, Empty, Flex, Table, type TableProps } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem';

/** What `api.useInfiniteQuery` answers, as far as a list needs it. */
interface Pages<Item> {
  data?: { pages: { items: Item[] }[] } | undefined;
  error: unknown;
  isPending: boolean;
  /** Whether further ones are read; that all are read anew shows nothing, so nothing is drawn for it. */
  isFetchingNextPage: boolean;
  hasNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

/** Options of `api.useInfiniteQuery` for every list of the API: its cursor is `next`, and goes back as `after`. */
export const paging = {
  // Null is left out of the address; what is undefined the library would ask for as page 0.
  initialPageParam: null as unknown as string,
  pageParamName: 'after',
  getNextPageParam: (page: { next?: string | null }) => page.next ?? undefined,
};

/** A list that loads further pages on demand; an empty one says what to do first. */
export function List<Item extends object>({
  query,
  empty,
  ...table
}: { query: Pages<Item>; empty?: ReactNode } & Omit<TableProps<Item>, 'dataSource' | 'loading' | 'pagination'>) {
  const { t } = useTranslation();
  const { data } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  if (query.error && !data) return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  return (
    <Flex vertical gap="small">
      <Table<Item>
        size="middle"
        scroll={{ x: 'max-content' }}
        {...table}
        dataSource={items}
        loading={query.isPending}
        pagination={false}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty ?? t('empty')} /> }}
      />
      {query.hasNextPage ? (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('actions.more')}
        </Button>
      ) : null}
    </Flex>
  );
}

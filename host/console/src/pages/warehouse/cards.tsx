import { Button, Card, Empty, Flex, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../parts/problem';

/** What `api.useInfiniteQuery` answers, as far as cards need it. */
interface Pages<Item> {
  data?: { pages: { items: Item[] }[] } | undefined;
  error: unknown;
  isPending: boolean;
  isFetchingNextPage: boolean;
  hasNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

interface Shown<Item> {
  query: Pages<Item>;
  /** What tells one from the others. */
  keyOf: (item: Item) => string;
  /** What it is called, for who does not see the card. */
  nameOf: (item: Item) => string;
  empty: string;
  children: (item: Item) => ReactNode;
}

/** A list that a narrow screen shows too: a card each, side by side where there is room. */
export function Cards<Item>({ query, keyOf, nameOf, empty, children }: Shown<Item>) {
  const { t } = useTranslation();
  if (query.error && !query.data) return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Skeleton active />;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return (
    <Flex vertical gap="middle">
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))' }}>
        {items.map((item) => (
          <Card key={keyOf(item)} size="small" role="group" aria-label={nameOf(item)} styles={{ body: { height: '100%' } }}>
            <Flex vertical gap="small" justify="space-between" style={{ height: '100%' }}>
              {children(item)}
            </Flex>
          </Card>
        ))}
      </div>
      {query.hasNextPage ? (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('actions.more')}
        </Button>
      ) : null}
    </Flex>
  );
}

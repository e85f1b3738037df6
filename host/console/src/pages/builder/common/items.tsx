import { Empty, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../parts/problem';

/** A list that the API answers whole; an empty one says what to do first. */
export function Items<Item extends object>({
  query,
  empty,
  ...table
}: {
  query: { data?: { items: Item[] } | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  empty: string;
} & Omit<TableProps<Item>, 'dataSource' | 'loading' | 'pagination'>) {
  const { t } = useTranslation();
  if (query.error && !query.data) return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  return (
    <Table<Item>
      size="middle"
      scroll={{ x: 'max-content' }}
      {...table}
      dataSource={query.data?.items ?? []}
      loading={query.isPending}
      pagination={(query.data?.items.length ?? 0) > 50 ? { pageSize: 50, showTotal: (count) => t('total', { count }) } : false}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
    />
  );
}

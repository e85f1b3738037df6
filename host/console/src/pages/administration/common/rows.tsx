import { Empty, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../parts/problem';

interface Whole<Item> {
  data?: { items: Item[] } | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** A list that the API gives whole; an empty one says what to do first. */
export function Rows<Item extends object>({ query, empty, ...table }: { query: Whole<Item>; empty: string } & Omit<TableProps<Item>, 'dataSource' | 'loading'>) {
  const { t } = useTranslation();
  if (query.error) return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  return <Table<Item> size="middle" scroll={{ x: 'max-content' }} pagination={false} {...table} dataSource={query.data?.items ?? []} loading={query.isPending} locale={{ emptyText: <Empty description={empty || t('empty')} /> }} />;
}

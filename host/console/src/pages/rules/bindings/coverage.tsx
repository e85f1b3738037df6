import { Alert, Flex, Progress, Spin, Table, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { ProblemAlert } from '../../../parts/problem';

/** True for settings that are a table, whose rows can be counted. */
export function isTable(config: unknown): boolean {
  return typeof config === 'object' && config !== null && 'rows' in config && Array.isArray(config.rows);
}

/** How often each row of a table decided, and which never did. */
export function Coverage({ id }: { id: string }) {
  const { t } = useTranslation('rules');
  const coverage = api.useQuery('get', '/api/v1/bindings/{id}/coverage', { params: { path: { id } } });
  if (coverage.error) return <ProblemAlert error={coverage.error} retry={() => void coverage.refetch()} />;
  if (!coverage.data) return <Spin />;
  const { decisions, without_row, rows, never, since, complete, note } = coverage.data;
  return (
    <Flex vertical gap="middle">
      <span>
        {t('bindings.coverage.counted', { decisions, without: without_row })} {t('bindings.guard.since')} <Moment at={since} />
      </span>
      {complete ? null : <Alert type="info" showIcon title={note ?? t('bindings.coverage.partly')} />}
      {decisions > 0 && never.length > 0 ? <Alert type="warning" showIcon title={t('bindings.coverage.never', { rows: never.join(', ') })} description={t('bindings.coverage.never_hint')} /> : null}
      <Table<Schemas['RowCount']>
        size="middle"
        rowKey="row"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={rows}
        columns={[
          { title: t('bindings.coverage.row'), dataIndex: 'row', render: (row: string, { in_table }) => <>{row} {in_table ? null : <Tag>{t('bindings.coverage.gone')}</Tag>}</> },
          { title: t('column.decisions'), dataIndex: 'decisions' },
          { title: t('bindings.coverage.share'), width: 220, render: (_, { row, decisions: count }) => <Progress aria-label={row} size="small" percent={decisions > 0 ? Math.round((100 * count) / decisions) : 0} /> },
          { title: t('bindings.coverage.last'), dataIndex: 'last', render: (last?: string | null) => (last ? <Link to={`/rules/decisions/${last}`}>{t('decision')}</Link> : <Typography.Text type="secondary">–</Typography.Text>) },
        ]}
      />
    </Flex>
  );
}

import { Flex, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Money } from '../../../parts/money';
import { useEnding } from '../use_ending';
import { changed, type Report } from './report';

/** How many tickets would have ended otherwise, and how much money moves. */
export function Result({ report }: { report: Report }) {
  const { t } = useTranslation('rules');
  const ending = useEnding();
  return (
    <Flex vertical gap="small" role="status">
      <p>
        {t('result', { changed: changed(report), decisions: report.decisions })}
        {report.unreadable > 0 ? ` ${t('unreadable', { count: report.unreadable })}` : ''}
      </p>
      <Table<Report['flips'][number]>
        size="small"
        rowKey={({ before, after, currency }) => `${before} ${after} ${currency}`}
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={report.flips}
        locale={{ emptyText: t('no_flips') }}
        columns={[
          { title: t('column.before'), dataIndex: 'before', render: ending },
          { title: t('column.after'), dataIndex: 'after', render: ending },
          { title: t('column.decisions'), dataIndex: 'decisions' },
          { title: t('column.amount'), render: (_, { amount_minor, currency }) => (currency ? <Money of={{ minor: amount_minor, currency: currency }} /> : null) },
          {
            title: t('column.examples'),
            dataIndex: 'examples',
            render: (examples: { ticket?: string }[]) =>
              examples.flatMap(({ ticket }, at) => (ticket ? [<Link key={ticket} to={`/tickets/${ticket}`} style={{ marginInlineEnd: 8 }}>{t('example', { number: at + 1 })}</Link>] : [])),
          },
        ]}
      />
      <Table<Report['tiers'][number]>
        size="small"
        rowKey={({ label, currency }) => `${label} ${currency}`}
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={report.tiers.filter(({ currency }) => currency)}
        columns={[
          { title: t('column.consequence'), dataIndex: 'label', render: ending },
          { title: t('column.delta'), render: (_, { delta_minor, currency }) => <Money of={{ minor: delta_minor, currency: currency }} /> },
        ]}
      />
    </Flex>
  );
}

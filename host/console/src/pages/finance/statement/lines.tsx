import { Alert, Flex, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/me';
import { Money } from '../../../parts/money';
import { type Colour, State } from '../../../parts/status';
import { useValue } from '../../../words/use';
import { TicketRef } from '../common/ticket_ref';
import { BookAll } from './book_all';
import type { Line, Verdict } from './compare';

const COLOURS: Record<Verdict, Colour | undefined> = {
  agrees: 'green',
  pay: 'blue',
  fail: 'orange',
  waits: undefined,
  amount: 'red',
  paid_though_failed: 'red',
  failed_though_paid: 'red',
  cancelled: 'red',
  stranger: 'volcano',
};

/** What follows from each line of a statement, and what is missing on it. */
export function Lines({ lines, missing, again }: { lines: Line[]; missing: NonNullable<Line['instruction']>[]; again: () => void }) {
  const { t } = useTranslation('finance');
  const say = useValue();
  const may = useMay();
  return (
    <Flex vertical gap="small">
      {may('finance:write') ? <BookAll lines={lines.filter(({ verdict }) => verdict === 'pay' || verdict === 'fail')} again={again} /> : null}
      <Table<Line>
        rowKey="at"
        size="small"
        scroll={{ x: 'max-content' }}
        pagination={lines.length > 100 ? { pageSize: 100 } : false}
        dataSource={lines}
        locale={{ emptyText: t('statement.no_lines') }}
        columns={[
          { title: t('statement.line'), dataIndex: 'at', align: 'right' },
          { title: t('statement.column.id'), render: (_, one) => <span className="wrap">{one.id || one.reference}</span> },
          { title: t('statement.says'), align: 'right', dataIndex: 'amount' },
          { title: t('statement.booked'), align: 'right', render: (_, one) => <Money of={one.instruction?.amount} /> },
          { title: t('state'), render: (_, one) => say('RefundState', one.instruction?.state) },
          { title: t('ticket'), render: (_, one) => (one.instruction ? <TicketRef id={one.instruction.ticket} /> : null) },
          {
            title: t('statement.result'),
            render: (_, { verdict }) => (
              <Flex vertical align="start">
                <State colour={COLOURS[verdict]}>{t(`verdict.${verdict}`)}</State>
                <Typography.Text type="secondary">{t(`verdict_hint.${verdict}`)}</Typography.Text>
              </Flex>
            ),
          },
        ]}
      />
      {missing.length > 0 ? (
        <>
          <h2 className="h">{t('statement.missing', { count: missing.length })}</h2>
          <Alert type="warning" showIcon title={t('statement.missing_hint')} />
          <Table
            rowKey="id"
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={missing}
            columns={[
              { title: t('id'), dataIndex: 'id' },
              { title: t('amount'), align: 'right', render: (_, one) => <Money of={one.amount} /> },
              { title: t('state'), render: (_, one) => say('RefundState', one.state) },
              { title: t('ticket'), render: (_, one) => <TicketRef id={one.ticket} /> },
            ]}
          />
        </>
      ) : null}
    </Flex>
  );
}

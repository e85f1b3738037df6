import { Alert, Descriptions, Flex, Skeleton, Table, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { Moment, useNow } from '../../../parts/moment';
import { Money } from '../../../parts/money';
import { ProblemAlert } from '../../../parts/problem';
import { CaseTag } from '../../../parts/status';
import { useValue } from '../../../words/use';
import { behaviour, OFTEN } from './behaviour';

/** Earlier cases that are shown by themselves. */
const LATEST = 5;

/** The report of how a customer buys and returns (D3). */
export function Report({ ticket, customer }: { ticket: Schemas['TicketView']; customer: Schemas['CustomerRef'] }) {
  const { t } = useTranslation('approvals');
  const say = useValue();
  const now = useNow(60_000);
  const orders = api.useQuery('get', '/api/v1/orders', { params: { query: { customer: customer.id, limit: 200 } } });
  const cases = api.useQuery('get', '/api/v1/tickets', { params: { query: { customer: customer.id, limit: 200 } } });
  const error = orders.error ?? cases.error;
  if (error) return <ProblemAlert error={error} retry={() => void Promise.all([orders.refetch(), cases.refetch()])} />;
  if (!orders.data || !cases.data) return <Skeleton active />;
  const found = behaviour(ticket, orders.data.items, cases.data.items, now);
  const amounts = (all: Schemas['Money'][]) => (all.length > 0 ? all.map((one) => <Money key={one.currency} of={one} />) : t('nothing'));
  const count = (times: string | number, of: Schemas['Money'][]) => (
    <Flex gap="small" wrap>
      <span>{times}</span>
      {of.length > 0 ? <span>{amounts(of)}</span> : null}
    </Flex>
  );
  return (
    <section aria-label={t('behaviour')}>
      <h2 className="h">{t('behaviour')}</h2>
      {orders.data.next || cases.data.next ? <Alert type="info" showIcon title={t('behaviour_part')} /> : null}
      {found.similar >= OFTEN ? <Alert type="warning" showIcon title={t('often', { count: found.similar })} /> : null}
      <Descriptions
        size="small"
        column={1}
        bordered
        styles={{ label: { width: 150 } }}
        items={[
          {
            key: 'who',
            label: t('customer'),
            children: (
              <Flex gap="small" wrap>
                {customer.name ?? customer.external_id}
                {[...(customer.member_level ? [customer.member_level] : []), ...customer.tags].map((tag) => (
                  <Tag key={tag}>{tag}</Tag>
                ))}
              </Flex>
            ),
          },
          { key: 'orders', label: t('orders'), children: count(t('times', { count: found.orders }), found.paid) },
          { key: 'refunds', label: t('refunds'), children: count(t('times', { count: found.refunds }), found.refunded) },
          { key: 'rate', label: t('rate'), children: found.rate == null ? t('nothing') : t('percent', { rate: found.rate }) },
          { key: 'similar', label: t('similar'), children: t('times', { count: found.similar }) },
          ...(ticket.risk
            ? [
                {
                  key: 'risk',
                  label: t('risk'),
                  children: (
                    <>
                      {t('score', { score: ticket.risk.score })}
                      {ticket.risk.signals.map(({ code, detail }) => (
                        <div key={code}>{detail}</div>
                      ))}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {found.others.length > 0 ? (
        <>
          <Typography.Text strong>{t('latest', { count: Math.min(found.others.length, LATEST), all: found.others.length })}</Typography.Text>
          <Table
            rowKey="id"
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={found.others.slice(0, LATEST)}
            columns={[
              { title: t('ticket'), render: (_, one) => <Link to={`/tickets/${one.id}`}>{one.number}</Link> },
              { title: t('kind'), render: (_, one) => say('TicketKind', one.kind) },
              { title: t('reason'), render: (_, one) => one.lines[0]?.reason ?? one.problem_type },
              { title: t('amount'), align: 'right', render: (_, one) => <Money of={one.refund?.amount} /> },
              { title: t('case'), render: (_, one) => <CaseTag value={one.case} /> },
              { title: t('age'), render: (_, one) => <Moment at={one.created_at} relative /> },
            ]}
          />
        </>
      ) : null}
    </section>
  );
}

import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client';
import { useMay } from '../../app/me';
import { List, paging } from '../../parts/list';
import { Moment } from '../../parts/moment';
import { Money, moneyText } from '../../parts/money';
import { useValue } from '../../words/use';
import { RefundActions } from './actions';
import { csv, totals } from './csv';

/** Refund instructions in one state, with what they add up to. */
export function RefundList({ state }: { state: Schemas['RefundState'] }) {
  const { t } = useTranslation('finance');
  const { t: common } = useTranslation();
  const say = useValue();
  const may = useMay();
  const query = api.useInfiniteQuery('get', '/api/v1/refund-instructions', { params: { query: { state, limit: 100 } } }, paging);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const save = () => {
    const head = [t('id'), t('ticket'), t('amount'), t('currency'), t('tender'), t('state'), t('reference'), t('failure'), t('created')];
    const rows = items.map((one) => [
      one.id,
      one.ticket,
      moneyText(one.amount),
      one.amount.currency,
      one.tender,
      say('RefundState', one.state),
      one.reference ?? '',
      one.failure ?? '',
      one.created_at,
    ]);
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    const address = URL.createObjectURL(new Blob(['\uFEFF', csv([head, ...rows])], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `refunds-${state}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Flex vertical gap="small">
      {state === 'unknown' || state === 'held' ? <Alert type="warning" showIcon title={t(`hint.${state}`)} /> : null}
      <Flex gap="middle" align="center" wrap>
        <span>{t('loaded', { count: items.length })}</span>
        {totals(items.map(({ amount }) => amount)).map((one) => (
          <b key={one.currency}>
            <Money of={one} />
          </b>
        ))}
        <Button disabled={items.length === 0} onClick={save}>
          {common('actions.export')}
        </Button>
      </Flex>
      <List
        query={query}
        rowKey="id"
        empty={t(`empty.${state}`)}
        columns={[
          { title: t('ticket'), render: (_, one) => <Link to={`/tickets/${one.ticket}`}>{t('open_ticket')}</Link> },
          { title: t('amount'), align: 'right', render: (_, one) => <Money of={one.amount} /> },
          { title: t('tender'), dataIndex: 'tender' },
          { title: t('reference'), dataIndex: 'reference' },
          { title: t('failure'), dataIndex: 'failure' },
          { title: t('created'), render: (_, one) => <Moment at={one.created_at} relative /> },
          { title: t('updated'), render: (_, one) => <Moment at={one.updated_at} relative /> },
          ...(may('finance:write')
            ? [{ title: t('action'), render: (_: unknown, one: Schemas['RefundInstruction']) => <RefundActions refund={one} /> }]
            : []),
        ]}
      />
    </Flex>
  );
}

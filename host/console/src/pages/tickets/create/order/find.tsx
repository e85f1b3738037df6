import { Alert, Button, Flex, Input, Spin, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { Moment } from '../../../../parts/moment';
import { Money } from '../../../../parts/money';
import { ProblemAlert } from '../../../../parts/problem';
import { useLookup } from './use_lookup';

/** Looks an order up by its number, or by who bought. */
export function FindOrder({ onChoose, onType }: { onChoose: (order: Schemas['Order']) => void; onType: (number: string) => void }) {
  const { t } = useTranslation('new_ticket');
  const [text, setText] = useState('');
  const orders = useLookup(text);
  return (
    <Flex vertical gap="small">
      <Input.Search
        id="order-search"
        autoFocus
        allowClear
        enterButton={t('order.find')}
        aria-label={t('order.search')}
        placeholder={t('order.search')}
        style={{ maxWidth: 480 }}
        loading={orders.isFetching}
        onSearch={(typed) => setText(typed.trim())}
      />
      {orders.error ? <ProblemAlert error={orders.error} retry={() => void orders.refetch()} /> : null}
      {orders.isFetching ? <Spin /> : null}
      {orders.data?.map((order) => (
        <Button key={order.id} style={{ height: 'auto', padding: 8, textAlign: 'start', justifyContent: 'start' }} onClick={() => onChoose(order)}>
          <Flex vertical gap={2} style={{ minWidth: 0 }}>
            <Flex gap="middle" wrap>
              <b>{order.external_id}</b>
              <Money of={order.paid} />
              <Moment at={order.placed_at ?? null} />
            </Flex>
            <Typography.Text type="secondary" style={{ whiteSpace: 'normal' }}>
              {order.lines.map(({ title, sku, quantity }) => `${title || sku} × ${quantity}`).join('、')}
            </Typography.Text>
          </Flex>
        </Button>
      ))}
      {orders.data?.length === 0 ? (
        <Alert
          type="info"
          showIcon
          title={t('order.unknown', { text })}
          description={t('order.unknown_hint')}
          action={<Button onClick={() => onType(text)}>{t('order.type')}</Button>}
        />
      ) : null}
      {text ? null : <Typography.Text type="secondary">{t('order.hint')}</Typography.Text>}
    </Flex>
  );
}

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Flex, Form, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../../words/fault';
import { type Draft, emptyLine, type TypedLine } from '../draft';
import { Place } from '../place';

/** An order that the shop's systems have not sent, typed in: its number, what was bought, and by whom. */
export function TypedOrder({
  draft,
  onChange,
  faults,
  currency,
}: {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  faults: Fault[];
  currency: string;
}) {
  const { t } = useTranslation('new_ticket');
  const { order } = draft;
  const set = (changes: Partial<Draft['order']>) => onChange({ order: { ...order, ...changes } });
  const line = (at: number, changes: Partial<TypedLine>) => set({ lines: order.lines.map((one, place) => (place === at ? { ...one, ...changes } : one)) });
  // What is asked is named by the place of its line, so it goes with it.
  const drop = (at: number) => onChange({ order: { ...order, lines: order.lines.filter((_, place) => place !== at) }, wanted: {} });
  const day = (value: string | null, put: (at: string | null) => void, id: string) => (
    <DatePicker id={id} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" value={value ? dayjs(value) : null} onChange={(at: dayjs.Dayjs | null) => put(at?.toISOString() ?? null)} />
  );
  return (
    <Form layout="vertical" component="div">
      <Flex gap="middle" wrap>
        <Place at="/order/external_id" id="order-number" label={t('order.number')} required faults={faults}>
          <Input id="order-number" maxLength={200} value={order.number} onChange={({ target }) => set({ number: target.value })} />
        </Place>
        <Place at="/order/placed_at" id="order-placed" label={t('order.placed')} faults={faults}>
          {day(order.placed, (placed) => set({ placed }), 'order-placed')}
        </Place>
        <Place at="/order/delivered_at" id="order-delivered" label={t('order.delivered')} faults={faults} extra={t('order.delivered_hint')}>
          {day(order.delivered, (delivered) => set({ delivered }), 'order-delivered')}
        </Place>
      </Flex>
      {order.lines.map((one, at) => (
        <Flex key={at} gap="small" wrap role="group" aria-label={t('order.line', { count: at + 1 })}>
          <Place at={`/order/lines/${at}/title`} id={`line-title-${at}`} label={t('order.title')} required faults={faults} style={{ flex: '1 1 200px' }}>
            <Input id={`line-title-${at}`} maxLength={300} value={one.title} onChange={({ target }) => line(at, { title: target.value })} />
          </Place>
          <Place at={`/order/lines/${at}/sku`} id={`line-sku-${at}`} label={t('order.sku')} faults={faults}>
            <Input id={`line-sku-${at}`} maxLength={200} style={{ width: 130 }} value={one.sku} onChange={({ target }) => line(at, { sku: target.value })} />
          </Place>
          <Place at={`/order/lines/${at}/category`} id={`line-category-${at}`} label={t('order.category')} faults={faults}>
            <Input id={`line-category-${at}`} style={{ width: 130 }} value={one.category} onChange={({ target }) => line(at, { category: target.value })} />
          </Place>
          <Place at={`/order/lines/${at}/quantity`} id={`line-quantity-${at}`} label={t('order.bought')} required faults={faults}>
            <InputNumber<number> id={`line-quantity-${at}`} style={{ width: 90 }} min={1} precision={0} value={one.quantity} onChange={(quantity) => line(at, { quantity: quantity ?? 1 })} />
          </Place>
          <Place at={`/order/lines/${at}/unit_price`} id={`line-price-${at}`} label={t('order.price')} required faults={faults}>
            <Input id={`line-price-${at}`} style={{ width: 140 }} inputMode="decimal" suffix={currency} value={one.price} onChange={({ target }) => line(at, { price: target.value })} />
          </Place>
          {order.lines.length > 1 ? (
            <Form.Item label=" ">
              <Button icon={<DeleteOutlined />} aria-label={t('order.drop_line', { count: at + 1 })} onClick={() => drop(at)} />
            </Form.Item>
          ) : null}
        </Flex>
      ))}
      <Form.Item>
        <Button icon={<PlusOutlined />} onClick={() => set({ lines: [...order.lines, emptyLine] })}>
          {t('order.add_line')}
        </Button>
      </Form.Item>
    </Form>
  );
}

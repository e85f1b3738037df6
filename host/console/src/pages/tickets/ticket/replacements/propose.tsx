import { Card, Checkbox, Flex, Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { fetcher } from '../../../../api/client';
import { parseMoney } from '../../../../parts/money';
import { ProblemAlert } from '../../../../parts/problem';
import { at, currency, type Ticket } from '../ticket';
import { useSend } from '../use_send';

interface Line {
  chosen?: boolean;
  sku?: string;
  title?: string;
  quantity?: number;
  price?: string;
}

interface Given {
  lines: Record<string, Line>;
  reason?: string;
  first?: boolean;
}

/** Says which goods leave for the customer: other ones for an exchange, the same again, or the same mended. */
export function Propose({ ticket, close }: { ticket: Ticket; close: () => void }) {
  const { t } = useTranslation('ticket_replacements');
  const { send, busy, problem } = useSend({ inPlace: true });
  const [form] = Form.useForm<Given>();
  const unit = currency(ticket);
  const submit = async ({ lines, reason, first = false }: Given) => {
    const proposed = ticket.lines.flatMap(({ id, sku, quantity }) => {
      const line = lines[id];
      if (!line?.chosen) return [];
      return [
        {
          replaces: id,
          sku: line.sku?.trim() || sku,
          title: line.title?.trim() ?? '',
          quantity: line.quantity ?? quantity,
          unit_price: parseMoney(line.price ?? '', unit),
          reason: reason?.trim() ?? '',
        },
      ];
    });
    const body = { lines: proposed, reason: reason?.trim() ?? '', ship_first: first };
    if (await send(() => fetcher.POST('/api/v1/tickets/{id}/replacements', { ...at(ticket), body }))) close();
  };
  const initial = Object.fromEntries(ticket.lines.map(({ id, sku, quantity }) => [id, { chosen: true, sku, quantity }]));
  return (
    <Modal open width={640} title={t(`propose.${ticket.kind}`)} onCancel={close} onOk={() => form.submit()} okText={t(`propose.${ticket.kind}`)} okButtonProps={{ loading: busy }}>
      <Flex vertical gap="small">
        <p style={{ margin: 0 }}>{t(`about.${ticket.kind}`)}</p>
        {problem ? <ProblemAlert error={problem} /> : null}
        <Form form={form} layout="vertical" initialValues={{ lines: initial }} onFinish={(given) => void submit(given)}>
          <Flex vertical gap="small">
            {ticket.lines.map(({ id, sku, quantity }) => (
              <LineFields key={id} id={id} name={`${sku} × ${quantity}`} most={quantity} ticket={ticket} />
            ))}
            <Form.Item name="reason" label={t('field.reason')} style={{ marginBottom: 0 }}>
              <Input />
            </Form.Item>
            {ticket.kind === 'exchange' ? (
              <Form.Item name="first" valuePropName="checked" extra={t('first_about')} style={{ marginBottom: 0 }}>
                <Checkbox>{t('first')}</Checkbox>
              </Form.Item>
            ) : null}
          </Flex>
        </Form>
      </Flex>
    </Modal>
  );
}

function LineFields({ id, name, most, ticket }: { id: string; name: string; most: number; ticket: Ticket }) {
  const { t } = useTranslation('ticket_replacements');
  const unit = currency(ticket);
  const amount = (_: unknown, text?: string) => (!text || parseMoney(text, unit) ? Promise.resolve() : Promise.reject(new Error(t('no_amount'))));
  const style = { flex: '1 1 160px', marginBottom: 0 };
  return (
    <Card size="small" role="group" aria-label={name}>
      <Form.Item name={['lines', id, 'chosen']} valuePropName="checked" style={{ marginBottom: 8 }}>
        <Checkbox>{name}</Checkbox>
      </Form.Item>
      <Flex gap="small" wrap>
        {ticket.kind === 'exchange' ? (
          <Form.Item name={['lines', id, 'sku']} label={t('field.sku')} rules={[{ required: true, whitespace: true, message: t('empty') }]} style={style}>
            <Input />
          </Form.Item>
        ) : null}
        {ticket.kind === 'exchange' ? (
          <Form.Item name={['lines', id, 'title']} label={t('field.title')} style={style}>
            <Input />
          </Form.Item>
        ) : null}
        <Form.Item name={['lines', id, 'quantity']} label={t('field.quantity')} rules={[{ required: true, message: t('empty') }]} style={style}>
          <InputNumber min={1} max={most} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        {ticket.kind === 'resend' ? null : (
          <Form.Item name={['lines', id, 'price']} label={`${t(ticket.kind === 'repair' ? 'field.repair_price' : 'field.price')} (${unit})`} rules={[{ validator: amount }]} extra={ticket.kind === 'exchange' ? t('price_about') : null} style={style}>
            <Input inputMode="decimal" />
          </Form.Item>
        )}
      </Flex>
    </Card>
  );
}

import { Flex, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { fetcher } from '../../../../api/client';
import { Money, moneyText, parseMoney } from '../../../../parts/money';
import { ProblemAlert } from '../../../../parts/problem';
import { at, currency, type Ticket } from '../ticket';
import { useSend } from '../use_send';
import { total } from './total';

interface Given {
  amounts: Record<string, string>;
  reason: string;
}

/** Asks for other amounts, line by line; the rules decide anew then. */
export function ChangeAmounts({ ticket, close }: { ticket: Ticket; close: () => void }) {
  const { t } = useTranslation('ticket_money');
  const { send, busy, problem } = useSend({ inPlace: true });
  const [form] = Form.useForm<Given>();
  const unit = currency(ticket);
  const watched = Form.useWatch<Record<string, string> | undefined>('amounts', form) ?? {};
  const amount = (_: unknown, text?: string) => ((parseMoney(text ?? '', unit)?.minor ?? -1) >= 0 ? Promise.resolve() : Promise.reject(new Error(t('no_amount'))));
  const submit = async ({ amounts, reason }: Given) => {
    const lines = ticket.lines.flatMap(({ id, requested }) => {
      const read = parseMoney(amounts[id] ?? '', unit);
      return read && read.minor !== requested.minor ? [{ line: id, requested: read }] : [];
    });
    if (await send(() => fetcher.POST('/api/v1/tickets/{id}/amount', { ...at(ticket), body: { lines, reason } }))) close();
  };
  return (
    <Modal open title={t('change')} onCancel={close} onOk={() => form.submit()} okText={t('change')} okButtonProps={{ loading: busy }}>
      <Flex vertical gap="small">
        <p style={{ margin: 0 }}>{t('change_about')}</p>
        {problem ? <ProblemAlert error={problem} /> : null}
        <Form
          form={form}
          layout="vertical"
          initialValues={{ amounts: Object.fromEntries(ticket.lines.map(({ id, requested }) => [id, moneyText(requested)])) }}
          onFinish={(given) => void submit(given)}
        >
          {ticket.lines.map(({ id, sku, quantity }) => (
            <Form.Item key={id} name={['amounts', id]} label={`${sku} × ${quantity} (${unit})`} rules={[{ validator: amount }]}>
              <Input inputMode="decimal" />
            </Form.Item>
          ))}
          <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('no_reason') }]}>
            <Input.TextArea rows={2} />
          </Form.Item>
        </Form>
        <b role="status">
          {t('asked')} <Money of={total(ticket.lines.map(({ id }) => parseMoney(watched[id] ?? '', unit)), unit)} />
        </b>
      </Flex>
    </Modal>
  );
}

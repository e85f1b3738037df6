import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { parseMoney } from '../../../../parts/money';
import { useSend } from '../use_send';
import { type Action, currency, type Field } from './actions';

/** Asks what an action needs, and keeps it when the server refuses. */
export function ActionModal({ action, ticket, close }: { action: Action; ticket: Schemas['TicketView']; close: () => void }) {
  const { t } = useTranslation('ticket');
  const { send, busy } = useSend();
  const [form] = Form.useForm<Partial<Record<Field['name'], string>>>();
  const unit = currency(ticket);
  const submit = async (words: Partial<Record<Field['name'], string>>) => {
    const amount = words.amount ? parseMoney(words.amount, unit) : null;
    if (await send(() => action.call(ticket, { words, amount }))) close();
  };
  return (
    <Modal
      open
      title={t(`action.${action.key}`)}
      onCancel={close}
      onOk={() => form.submit()}
      okText={t(`action.${action.key}`)}
      okButtonProps={{ danger: action.danger ?? false, loading: busy }}
    >
      <Form form={form} layout="vertical" onFinish={(words) => void submit(words)}>
        {action.fields.length === 0 ? t('ask', { number: ticket.number }) : null}
        {action.fields.map(({ name, required = false }) => (
          <Form.Item
            key={name}
            name={name}
            label={name === 'amount' ? t('field.amount', { unit }) : t(`field.${name}`)}
            rules={[
              { required, whitespace: true, message: t('field.empty') },
              ...(name === 'amount'
                ? [{ validator: (_: unknown, text?: string) => (!text || parseMoney(text, unit) ? Promise.resolve() : Promise.reject(new Error(t('field.no_amount')))) }]
                : []),
            ]}
          >
            {name === 'opinion' || name === 'message' || name === 'note' ? <Input.TextArea rows={3} /> : <Input />}
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}

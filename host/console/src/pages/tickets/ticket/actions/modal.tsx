import { Flex, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../../parts/problem';
import { currency, type Ticket } from '../ticket';
import { useSend } from '../use_send';
import type { Action } from './action';
import { ActionField } from './field';
import { typed, type Values } from './typed';

/** Asks what an action needs, and keeps it when the server refuses. */
export function ActionModal({ action, ticket, close }: { action: Action; ticket: Ticket; close: () => void }) {
  const { t } = useTranslation('ticket_actions');
  const { send, busy, problem } = useSend({ inPlace: true });
  const [form] = Form.useForm<Values>();
  const fields = action.fields ?? [];
  const { call } = action;
  if (!call) return null;
  const submit = async (values: Values) => {
    if (await send(() => call(ticket, typed(values, currency(ticket))))) close();
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
      <Flex vertical gap="small">
        <p style={{ margin: 0 }}>{t(`about.${action.key}`, { number: ticket.number })}</p>
        {problem ? <ProblemAlert error={problem} /> : null}
        <Form form={form} layout="vertical" initialValues={action.initial?.(ticket) ?? {}} onFinish={(values) => void submit(values)}>
          {fields.map((field, place) => (
            <ActionField key={field.name} field={field} ticket={ticket} first={place === 0} />
          ))}
        </Form>
      </Flex>
    </Modal>
  );
}

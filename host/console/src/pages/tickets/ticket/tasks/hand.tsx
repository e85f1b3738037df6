import { Flex, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { fetcher, ifMatch } from '../../../../api/client';
import { ProblemAlert } from '../../../../parts/problem';
import { PartyPicker, PersonPicker } from '../../../../parts/people/pickers';
import type { Ticket } from '../ticket';
import { useSend } from '../use_send';

/** Giving a task away, or letting somebody act in one's place. */
export type Handing = 'transfer' | 'delegate';

interface Given {
  to?: string;
  opinion?: string;
}

/** Asks who gets a task: anybody who can hold one, or for acting in one's place a person. */
export function Hand({ kind, task, ticket, close }: { kind: Handing; task: string; ticket: Ticket; close: () => void }) {
  const { t } = useTranslation('ticket_tasks');
  const [form] = Form.useForm<Given>();
  const { send, busy, problem } = useSend({ inPlace: true });
  const submit = async ({ to = '', opinion }: Given) => {
    const params = { path: { id: task }, header: ifMatch(ticket.version) };
    const body = { to, opinion: opinion?.trim() || null };
    const call = () => (kind === 'transfer' ? fetcher.POST('/api/v1/tasks/{id}/transfer', { params, body }) : fetcher.POST('/api/v1/tasks/{id}/delegate', { params, body }));
    if (await send(call)) close();
  };
  return (
    <Modal open title={t(`hand.${kind}`)} onCancel={close} onOk={() => form.submit()} okText={t(`hand.${kind}`)} okButtonProps={{ loading: busy }}>
      <Flex vertical gap="small">
        <p style={{ margin: 0 }}>{t(`hand.about_${kind}`)}</p>
        {problem ? <ProblemAlert error={problem} /> : null}
        <Form form={form} layout="vertical" onFinish={(given) => void submit(given)}>
          <Form.Item name="to" label={t('hand.to')} rules={[{ required: true, message: t('hand.empty') }]}>
            {kind === 'transfer' ? <PartyPicker label={t('hand.to')} /> : <PersonPicker label={t('hand.to')} />}
          </Form.Item>
          <Form.Item name="opinion" label={t('hand.why')}>
            <Input.TextArea rows={2} />
          </Form.Item>
        </Form>
      </Flex>
    </Modal>
  );
}

import { Flex, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { fetcher, type Schemas } from '../../../../api/client';
import { parseMoney } from '../../../../parts/money';
import { ProblemAlert } from '../../../../parts/problem';
import { at, currency, type Ticket } from '../ticket';
import { useSend } from '../use_send';
import { FIELDS, type Step, type StepField } from './steps';

type Words = Partial<Record<StepField['name'], string>>;

/** Asks what a step of a replacement needs, and takes it. */
export function StepModal({ step, one, ticket, close }: { step: Step; one: Schemas['Replacement']; ticket: Ticket; close: () => void }) {
  const { t } = useTranslation('ticket_replacements');
  const { send, busy, problem } = useSend({ inPlace: true });
  const [form] = Form.useForm<Words>();
  const unit = currency(ticket);
  const amount = (_: unknown, text?: string) => (!text || parseMoney(text, unit) ? Promise.resolve() : Promise.reject(new Error(t('no_amount'))));
  const call = (words: Words) => {
    const params = { path: { id: ticket.id, rid: one.id }, header: at(ticket).params.header };
    const said = (name: StepField['name']) => words[name]?.trim() ?? '';
    switch (step) {
      case 'ship':
        return fetcher.POST('/api/v1/tickets/{id}/replacements/{rid}/ship', { params, body: { tracking_number: said('tracking') || null, carrier: said('carrier') || null } });
      case 'paid':
        return fetcher.POST('/api/v1/tickets/{id}/replacements/{rid}/paid', { params, body: { reference: said('reference') } });
      case 'repaired':
        return fetcher.POST('/api/v1/tickets/{id}/replacements/{rid}/repaired', { params, body: { note: said('note'), cost: parseMoney(said('cost'), unit) } });
      case 'not_repairable':
        return fetcher.POST('/api/v1/tickets/{id}/replacements/{rid}/not-repairable', { params, body: { reason: said('reason') } });
      default:
        return fetcher.POST('/api/v1/tickets/{id}/replacements/{rid}/cancel', { params, body: { reason: said('reason') } });
    }
  };
  return (
    <Modal
      open
      title={t(`step.${step}`)}
      onCancel={close}
      onOk={() => form.submit()}
      okText={t(`step.${step}`)}
      okButtonProps={{ loading: busy, danger: step === 'cancel' }}
    >
      <Flex vertical gap="small">
        {problem ? <ProblemAlert error={problem} /> : null}
        <Form
          form={form}
          layout="vertical"
          onFinish={(words) =>
            void send(() => call(words)).then((done) => {
              if (done) close();
            })
          }
        >
          {FIELDS[step]?.map(({ name, required }, place) => (
            <Form.Item
              key={name}
              name={name}
              label={name === 'cost' ? `${t('field.cost')} (${unit})` : t(`field.${name}`)}
              rules={[{ required, whitespace: required, message: t('empty') }, ...(name === 'cost' ? [{ validator: amount }] : [])]}
            >
              {name === 'note' || name === 'reason' ? <Input.TextArea rows={2} autoFocus={place === 0} /> : <Input autoFocus={place === 0} />}
            </Form.Item>
          ))}
        </Form>
      </Flex>
    </Modal>
  );
}

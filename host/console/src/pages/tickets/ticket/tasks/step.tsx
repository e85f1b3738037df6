import { Button, Flex, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher, ifMatch, type Schemas } from '../../../../api/client';
import { inLanguage, useLanguage } from '../../../../words/use';
import { currency } from '../actions/actions';
import { useSend } from '../use_send';
import { TaskInput } from './field';
import { typed } from './typed';

/** One place where the workflow waits, with exactly the buttons that the node gives. */
export function Step({ step, ticket }: { step: Schemas['StepView']; ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const language = useLanguage();
  const { send, busy } = useSend();
  const [opinion, setOpinion] = useState('');
  const words = (text: unknown) => inLanguage(text as Record<string, string>, language);
  const [texts, setTexts] = useState<Record<string, string>>({});
  const todo = step.work;
  const writable = todo?.fields.filter(({ access }) => access === 'write' || access === 'required') ?? [];
  const data: Record<string, unknown> = {};
  for (const { key, type } of writable) {
    const value = typed(type, texts[key] ?? '', currency(ticket));
    if (value !== undefined) data[key] = value;
  }
  const press = async (button: string) => {
    if (!todo) return;
    const params = { path: { id: todo.id }, header: ifMatch(ticket.version) };
    if (await send(() => fetcher.POST('/api/v1/tasks/{id}/act', { params, body: { button, data: data as Record<string, never>, opinion: opinion.trim() || null } }))) setOpinion('');
  };
  return (
    <Flex vertical gap="small">
      <Typography.Text strong>{words(step.name)}</Typography.Text>
      {todo?.fields.map((field) => (
        <TaskInput key={field.key} field={field} text={texts[field.key] ?? ''} onChange={(text) => setTexts({ ...texts, [field.key]: text })} />
      ))}
      {todo?.yours ? (
        <Form.Item label={t('task.opinion')} layout="vertical" style={{ marginBottom: 0 }} htmlFor={`opinion-${todo.id}`}>
          <Input.TextArea id={`opinion-${todo.id}`} rows={2} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
        </Form.Item>
      ) : null}
      {todo?.yours ? (
        <Flex gap="small" wrap>
          {todo.buttons
            .filter(({ does }) => does !== 'transfer' && does !== 'delegate')
            .map(({ code, name, does, opinion: need }) => (
              <Button
                key={code}
                loading={busy}
                type={does === 'agree' || does === 'submit' ? 'primary' : 'default'}
                danger={does === 'reject'}
                disabled={need === 'required' && !opinion.trim()}
                onClick={() => void press(code)}
              >
                {words(name)}
              </Button>
            ))}
        </Flex>
      ) : null}
    </Flex>
  );
}

import { Button, Flex, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher, ifMatch, type Schemas } from '../../../../api/client';
import { useMay, useMe } from '../../../../app/me';
import { ProblemAlert } from '../../../../parts/problem';
import { currency, type Ticket } from '../ticket';
import { useSend } from '../use_send';
import { useButtonName } from './button_name';
import { TaskInput } from './field';
import { Hand, type Handing } from './hand';
import { typed } from '../../../../parts/typed';

/** Exactly the fields and buttons that the node gives; claiming and handing on stand beside them. */
export function Press({ work, ticket, holders }: { work: Schemas['TaskView']; ticket: Ticket; holders: Schemas['WorkflowParty'][] }) {
  const { t } = useTranslation('ticket_tasks');
  const nameOf = useButtonName();
  const may = useMay();
  const { user } = useMe();
  const { send, busy, problem } = useSend({ inPlace: true });
  const [opinion, setOpinion] = useState('');
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [handing, setHanding] = useState<Handing | null>(null);
  const forCustomer = !work.yours && holders.includes('customer') && may('ticket:write');
  const acts = work.yours || forCustomer;
  const mine = holders.some((party) => typeof party === 'object' && 'person' in party && party.person === user.id);
  const path = { id: work.id };
  const params = { path, header: ifMatch(ticket.version) };
  const filled = new Map<string, unknown>();
  const wrong: string[] = [];
  for (const { key, type, access } of work.fields) {
    if (access !== 'write' && access !== 'required') continue;
    const text = texts[key] ?? '';
    const value = typed(type, text, currency(ticket));
    if (value !== undefined) filled.set(key, value);
    else if (text.trim()) wrong.push(key);
  }
  const press = async (button: string) => {
    const body = { button, data: Object.fromEntries(filled) as Record<string, never>, opinion: opinion.trim() || null, for_customer: forCustomer };
    if (await send(() => fetcher.POST('/api/v1/tasks/{id}/act', { params, body }))) setOpinion('');
  };
  return (
    <Flex vertical gap="small">
      {work.fields.map((field) => (
        <TaskInput
          key={field.key}
          field={field}
          task={work.id}
          writable={acts}
          wrong={wrong.includes(field.key)}
          text={texts[field.key] ?? ''}
          onChange={(text) => setTexts({ ...texts, [field.key]: text })}
        />
      ))}
      {problem ? <ProblemAlert error={problem} /> : null}
      {acts ? (
        <Form.Item label={t(forCustomer ? 'customer_says' : 'opinion')} layout="vertical" style={{ marginBottom: 0 }} htmlFor={`opinion-${work.id}`}>
          <Input.TextArea id={`opinion-${work.id}`} rows={2} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
        </Form.Item>
      ) : null}
      {acts ? (
        <Flex gap="small" wrap>
          {work.buttons.map(({ code, name, does, opinion: need }) => {
            if (does === 'transfer' || does === 'delegate') {
              return work.yours ? (
                <Button key={code} onClick={() => setHanding(does)}>
                  {nameOf({ name, does })}
                </Button>
              ) : null;
            }
            const off = wrong.length > 0 || (need === 'required' && !opinion.trim());
            const button = (
              <Button key={code} loading={busy} type={does === 'reject' ? 'default' : 'primary'} danger={does === 'reject'} disabled={off} {...(does === 'reject' ? {} : { onClick: () => void press(code) })}>
                {nameOf({ name, does })}
              </Button>
            );
            return does === 'reject' ? (
              <Popconfirm key={code} title={t('sure', { what: nameOf({ name, does }) })} onConfirm={() => void press(code)} disabled={off}>
                {button}
              </Popconfirm>
            ) : (
              button
            );
          })}
          {work.yours && !mine ? (
            <Button loading={busy} onClick={() => void send(() => fetcher.POST('/api/v1/tasks/{id}/claim', { params }))}>
              {t('claim')}
            </Button>
          ) : null}
          {work.yours && mine ? (
            <Button loading={busy} onClick={() => void send(() => fetcher.POST('/api/v1/tasks/{id}/release', { params }))}>
              {t('release')}
            </Button>
          ) : null}
        </Flex>
      ) : null}
      {acts && work.buttons.some(({ opinion: need }) => need === 'required') && !opinion.trim() ? <small>{t('opinion_first')}</small> : null}
      {handing ? <Hand kind={handing} task={work.id} ticket={ticket} close={() => setHanding(null)} /> : null}
    </Flex>
  );
}

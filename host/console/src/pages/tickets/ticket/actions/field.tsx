import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { values as known } from '../../../../api/values';
import { parseMoney } from '../../../../parts/money';
import { useValue } from '../../../../words/use';
import { FilesInput } from '../files/input';
import { PersonPicker, QueuePicker } from '../../../../parts/people/pickers';
import { TicketPicker } from '../pickers/ticket_picker';
import { currency, type Ticket } from '../ticket';
import type { Field } from './action';

/** A field of an action's form. */
export function ActionField({ field, ticket, first }: { field: Field; ticket: Ticket; first: boolean }) {
  const { t } = useTranslation('ticket_actions');
  const { t: common } = useTranslation();
  const { name, kind, required = false } = field;
  const unit = currency(ticket);
  const label = kind === 'money' ? `${t(`field.${name}`)} (${unit})` : t(`field.${name}`);
  const amount = (_: unknown, text?: string) => (!text || parseMoney(text, unit) ? Promise.resolve() : Promise.reject(new Error(t('no_amount'))));
  return (
    <Form.Item
      name={name}
      label={required ? label : `${label} (${common('optional')})`}
      extra={t(`hint.${name}`, { defaultValue: '' }) || undefined}
      rules={[
        { required, message: t('empty') },
        ...(kind === 'line' || kind === 'text' ? [{ required, whitespace: true, message: t('empty') }] : []),
        ...(kind === 'money' ? [{ validator: amount }] : []),
      ]}
    >
      <Entry field={field} ticket={ticket} first={first} label={label} />
    </Form.Item>
  );
}

/** The input of a field; a form hands it its value. */
function Entry({ field, ticket, first, label, ...given }: { field: Field; ticket: Ticket; first: boolean; label: string; id?: string }) {
  const { t } = useTranslation('ticket_actions');
  const say = useValue();
  const { name, kind, values = [] } = field;
  switch (kind) {
    case 'text':
      return <Input.TextArea rows={3} autoFocus={first} {...given} />;
    case 'person':
      return <PersonPicker label={label} {...given} />;
    case 'queue':
      return <QueuePicker label={label} {...given} />;
    case 'ticket':
      return <TicketPicker ticket={ticket} label={label} {...given} />;
    case 'files':
      return <FilesInput label={label} {...given} />;
    case 'moment':
      return <Input type="datetime-local" autoFocus={first} {...given} />;
    case 'choice':
      return <Radio.Group {...given} options={values.map((value) => ({ value, label: t(`choice.${name}.${value}`) }))} />;
    case 'priority':
      return <Radio.Group {...given} options={known.Priority.map((value) => ({ value, label: say('Priority', value) }))} />;
    case 'tags':
      return <Select mode="tags" maxCount={50} open={false} suffix={null} tokenSeparators={[',', '，']} aria-label={label} {...given} />;
    case 'money':
      return <Input inputMode="decimal" autoFocus={first} {...given} />;
    case 'line':
      return <Input autoFocus={first} {...given} />;
  }
}

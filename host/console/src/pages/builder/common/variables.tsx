import { Button, Flex, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** What a text may take from a ticket; `fields.` goes with the name of a form field. */
const VARIABLES = ['customer.name', 'customer.member_level', 'order.number', 'ticket.number', 'ticket.subject', 'refund.amount', 'deduction.amount', 'agent.name', 'shop.name'] as const;

/** A text with variables, which are put in where the cursor stands. */
export function TextWithVariables({ id, value, onChange }: { id?: string; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('builder');
  const area = useRef<TextAreaRef>(null);
  const insert = (name: string) => {
    const input = area.current?.resizableTextArea?.textArea;
    const [from, to] = [input?.selectionStart ?? value.length, input?.selectionEnd ?? value.length];
    onChange(`${value.slice(0, from)}{{${name}}}${value.slice(to)}`);
    input?.focus();
  };
  return (
    <Flex vertical gap={4}>
      <Input.TextArea id={id} ref={area} value={value} maxLength={5000} showCount autoSize={{ minRows: 4, maxRows: 14 }} onChange={(event) => onChange(event.target.value)} />
      <Flex gap={4} wrap role="group" aria-label={t('variables.label')}>
        {VARIABLES.map((name) => (
          <Button key={name} size="small" title={`{{${name}}}`} onClick={() => insert(name)}>
            {t(`variables.${name.replace('.', '_')}`)}
          </Button>
        ))}
        <Button size="small" title="{{fields.…}}" onClick={() => insert('fields.')}>
          {t('variables.fields')}
        </Button>
      </Flex>
    </Flex>
  );
}

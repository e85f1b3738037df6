import { Flex, Input, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { inLanguage, useLanguage } from '../../../../words/use';
import { useShown } from './shown';

/** A field of a task, as the node lets one see it or fill it in. */
export function TaskInput({
  field,
  task,
  writable,
  wrong,
  text,
  onChange,
}: {
  field: Schemas['TaskField'];
  task: string;
  writable: boolean;
  wrong: boolean;
  text: string;
  onChange: (text: string) => void;
}) {
  const { t } = useTranslation();
  const { t: words } = useTranslation('ticket_tasks');
  const language = useLanguage();
  const shown = useShown(field);
  const { key, type, access } = field;
  const name = inLanguage(field.name, language);
  if (access === 'hidden') return null;
  if (access === 'read' || !writable) {
    return (
      <Flex gap="small">
        <Typography.Text type="secondary">{name}</Typography.Text> <span className="wrap">{shown || '–'}</span>
      </Flex>
    );
  }
  const id = `field-${task}-${key}`;
  return (
    <Flex vertical>
      <label htmlFor={id}>{access === 'required' ? `${name} *` : `${name} (${t('optional')})`}</label>
      {type === 'boolean' ? (
        <Select
          id={id}
          value={text || null}
          placeholder={shown}
          options={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          onChange={(next: string | null) => onChange(next ?? '')}
        />
      ) : (
        <Input
          id={id}
          type={type === 'timestamp' ? 'datetime-local' : 'text'}
          required={access === 'required'}
          {...(wrong ? { status: 'error' as const, 'aria-invalid': true } : {})}
          placeholder={shown}
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {wrong ? (
        <Typography.Text type="danger" role="alert">
          {words(`wrong.${type}`, { defaultValue: words('wrong.text') })}
        </Typography.Text>
      ) : null}
    </Flex>
  );
}

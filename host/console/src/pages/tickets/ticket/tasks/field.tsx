import { Flex, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { inLanguage, useLanguage } from '../../../../words/use';

/** A field of a task, as the node lets one see it or fill it in. */
export function TaskInput({ field, text, onChange }: { field: Schemas['TaskField']; text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { key, type, access, value } = field;
  const name = inLanguage(field.name, language);
  const shown = typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value);
  if (access === 'hidden') return null;
  if (access === 'read') {
    return (
      <span>
        {name} {shown}
      </span>
    );
  }
  const id = `field-${key}`;
  return (
    <Flex vertical>
      <label htmlFor={id}>{access === 'required' ? name : `${name} (${t('optional')})`}</label>
      {type === 'boolean' ? (
        <Select
          id={id}
          value={text || null}
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
          placeholder={shown}
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Flex>
  );
}

import { Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Pick } from '../common/pickers';

export type Value = boolean | string | string[];

/** What a value of a type is before anybody said. */
export function blank(type: Schemas['ParameterType']): Value {
  return type === 'boolean' ? false : type === 'set' ? [] : '';
}

/** The editor that fits a type (L30). Numbers stay text, so that no digit is rounded. */
export function ValueInput({ id, type, value, onChange }: { id?: string; type: Schemas['ParameterType']; value: Value; onChange: (value: Value) => void }) {
  const { t } = useTranslation('builder');
  const { t: common } = useTranslation();
  const text = typeof value === 'string' ? value : '';
  switch (type) {
    case 'boolean':
      return (
        <Segmented<boolean>
          id={id}
          aria-label={t('parameters.value')}
          value={value === true}
          options={[
            { value: true, label: common('yes') },
            { value: false, label: common('no') },
          ]}
          onChange={onChange}
        />
      );
    case 'number':
      return <Input id={id} inputMode="decimal" value={text} placeholder="12.50" onChange={(event) => onChange(event.target.value.trim())} />;
    case 'string':
      return <Input.TextArea id={id} autoSize={{ minRows: 1, maxRows: 8 }} value={text} onChange={(event) => onChange(event.target.value)} />;
    case 'set':
      return <Select id={id} mode="tags" open={false} suffix={null} tokenSeparators={[',', '，', '\n']} value={Array.isArray(value) ? value : []} placeholder={t('parameters.set_hint')} onChange={onChange} />;
    case 'department':
    case 'person':
    case 'role':
      return <Pick id={id} of={type} value={text || null} placeholder={t('parameters.pick')} onChange={(next) => onChange(next ?? '')} />;
  }
}

import { Form, Input, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../../api/client';
import { values } from '../../../../../api/values';
import { moneyText, parseMoney } from '../../../../../parts/money';
import { useValue } from '../../../../../words/use';
import type { Control } from '../controls';
import { Options } from './options';

/** The settings that a way to answer has of its own. */
export function ControlProperties({ control, currency, onChange }: { control: Control; currency: string; onChange: (control: Control) => void }) {
  const { t } = useTranslation('forms');
  const say = useValue();
  const number = (name: string, value: number | null | undefined, put: (value: number | null) => void, least?: number) => (
    <Form.Item label={t(`limit.${name}`)} htmlFor={`control-${name}`}>
      <InputNumber id={`control-${name}`} value={value ?? null} {...(least === undefined ? {} : { min: least })} onChange={put} />
    </Form.Item>
  );
  const text = (name: string, value: string | null | undefined, put: (value: string | null) => void) => (
    <Form.Item label={t(`limit.${name}`)} htmlFor={`control-${name}`}>
      <Input id={`control-${name}`} value={value ?? ''} onChange={({ target }) => put(target.value || null)} />
    </Form.Item>
  );
  switch (control.type) {
    case 'text':
    case 'long_text':
      return (
        <>
          {number('min_length', control.min_length, (value) => onChange({ ...control, min_length: value ?? 0 }), 0)}
          {number('max_length', control.max_length, (value) => onChange({ ...control, max_length: value ?? undefined }), 1)}
          {control.type === 'text' ? text('pattern', control.pattern, (pattern) => onChange({ ...control, pattern })) : null}
        </>
      );
    case 'number':
      return (
        <>
          {number('min', control.min, (min) => onChange({ ...control, min }))}
          {number('max', control.max, (max) => onChange({ ...control, max }))}
          {number('decimals', control.decimals ?? 0, (value) => onChange({ ...control, decimals: value ?? 0 }), 0)}
        </>
      );
    case 'money':
      return (
        <>
          <Amount name="min" minor={control.min} currency={currency} onChange={(min) => onChange({ ...control, min: min ?? 0 })} />
          <Amount name="max" minor={control.max} currency={currency} onChange={(max) => onChange({ ...control, max })} />
        </>
      );
    case 'phone':
      return number('digits', control.digits ?? 11, (value) => onChange({ ...control, digits: value ?? 11 }), 3);
    case 'select':
      return <Options options={control.options} onChange={(options) => onChange({ ...control, options })} />;
    case 'multi_select':
      return (
        <>
          <Options options={control.options} onChange={(options) => onChange({ ...control, options })} />
          {number('min_choices', control.min, (min) => onChange({ ...control, min }), 0)}
          {number('max_choices', control.max, (max) => onChange({ ...control, max }), 1)}
        </>
      );
    case 'date':
      return (
        <>
          {text('first_date', control.min, (min) => onChange({ ...control, min }))}
          {text('last_date', control.max, (max) => onChange({ ...control, max }))}
        </>
      );
    case 'date_time':
      return (
        <Form.Item label={t('limit.auto')} htmlFor="control-auto" layout="horizontal">
          <Switch id="control-auto" checked={control.auto === 'now'} onChange={(on) => onChange({ type: 'date_time', ...(on ? { auto: 'now' } : {}) })} />
        </Form.Item>
      );
    case 'image':
    case 'video':
    case 'attachment':
      return (
        <>
          {number('max_count', control.max_count ?? 9, (value) => onChange({ ...control, max_count: value ?? 9 }), 1)}
          {number('max_mebibytes', (control.max_bytes ?? 10 << 20) / (1 << 20), (value) => onChange({ ...control, max_bytes: Math.round((value ?? 10) * (1 << 20)) }), 1)}
          <Form.Item label={t('limit.media_types')} htmlFor="control-media" help={t('limit.media_types_help')}>
            <Select id="control-media" mode="tags" value={control.media_types ?? []} onChange={(media_types) => onChange({ ...control, media_types })} />
          </Form.Item>
        </>
      );
    case 'person':
      return <Role value={control.role} onChange={(role) => onChange({ ...control, role })} />;
    case 'related':
      return (
        <Form.Item label={t('limit.resource')} htmlFor="control-resource">
          <Select id="control-resource" value={control.resource} options={values.FormResource.map((value) => ({ value, label: say('FormResource', value) }))} onChange={(resource) => onChange({ ...control, resource })} />
        </Form.Item>
      );
    case 'order_lines':
      return (
        <Form.Item label={t('limit.quantities')} htmlFor="control-quantities" layout="horizontal">
          <Switch id="control-quantities" checked={control.quantities ?? true} onChange={(quantities) => onChange({ ...control, quantities })} />
        </Form.Item>
      );
    case 'checkbox':
      return null;
  }
}

function Amount({ name, minor, currency, onChange }: { name: 'min' | 'max'; minor: number | null | undefined; currency: string; onChange: (minor: number | null) => void }) {
  const { t } = useTranslation('forms');
  return (
    <Form.Item label={t(`limit.${name}`)} htmlFor={`control-money-${name}`}>
      <InputNumber<string>
        id={`control-money-${name}`}
        stringMode
        suffix={currency}
        value={minor == null ? '' : moneyText({ minor, currency })}
        onChange={(text) => onChange(text ? (parseMoney(text, currency)?.minor ?? null) : null)}
      />
    </Form.Item>
  );
}

function Role({ value, onChange }: { value: string | null | undefined; onChange: (role: string | null) => void }) {
  const { t } = useTranslation('forms');
  const roles = api.useQuery('get', '/api/v1/roles');
  return (
    <Form.Item label={t('limit.role')} htmlFor="control-role">
      <Select id="control-role" allowClear value={value ?? null} loading={roles.isPending} options={(roles.data?.items ?? []).map(({ name }) => ({ value: name, label: name }))} onChange={(role) => onChange(role ?? null)} />
    </Form.Item>
  );
}

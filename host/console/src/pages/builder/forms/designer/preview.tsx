import { UploadOutlined } from '@ant-design/icons';
import { Button, Card, Checkbox, DatePicker, Flex, Form as AntForm, Input, InputNumber, Segmented, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { inLanguage, useLanguage, useValue } from '../../../../words/use';
import { holds } from './answers';

type Field = Schemas['FormField'];
type Answers = Record<string, unknown>;

/** The form as an agent or a customer gets it, to be tried; nothing is sent. */
export function Preview({ form }: { form: Schemas['FormDefinition'] }) {
  const { t } = useTranslation('forms');
  const language = useLanguage();
  const [audience, setAudience] = useState<'agent' | 'customer'>('agent');
  const [answers, setAnswers] = useState<Answers>({});
  const given: Answers = { ...Object.fromEntries(form.sections.flatMap(({ fields }) => fields.map(({ key, default: first }) => [key, first]))), ...answers };
  return (
    <Flex vertical gap="middle" style={{ maxWidth: 720 }}>
      <Flex gap="small" align="center" wrap>
        <Segmented
          aria-label={t('audience.label')}
          value={audience}
          options={[
            { value: 'agent', label: t('audience.agent') },
            { value: 'customer', label: t('audience.customer') },
          ]}
          onChange={setAudience}
        />
        <Typography.Text type="secondary">{t('preview_hint')}</Typography.Text>
      </Flex>
      <AntForm layout="vertical">
        {form.sections.map((section, at) => {
          const fields = section.fields.filter((field) => (audience === 'agent' || !field.internal) && holds(field.show_when, given) !== false);
          if (fields.length === 0) return null;
          return (
            <Card key={at} size="small" title={<h2 className="h">{inLanguage(section.title, language)}</h2>} style={{ marginBottom: 12 }}>
              {fields.map((field, index) => (
                <Question key={`${field.key}${index}`} field={field} answers={given} onChange={(answer) => setAnswers((before) => ({ ...before, [field.key]: answer }))} />
              ))}
            </Card>
          );
        })}
      </AntForm>
    </Flex>
  );
}

function Question({ field, answers, onChange }: { field: Field; answers: Answers; onChange: (answer: unknown) => void }) {
  const { t } = useTranslation('forms');
  const say = useValue();
  const language = useLanguage();
  const open = holds(field.show_when, answers) === null;
  const help = [inLanguage(field.help, language), field.fill_from ? t('filled_from', { source: say('FormSource', field.fill_from) }) : '', open ? t('shown_when', { condition: field.show_when }) : ''];
  const required = field.required || (field.require_when ? holds(field.require_when, answers) === true : false);
  return (
    <AntForm.Item label={inLanguage(field.label, language) || field.key} htmlFor={`preview-${field.key}`} required={required} extra={help.filter(Boolean).join(' · ') || undefined}>
      <Answer field={field} value={answers[field.key]} onChange={onChange} />
    </AntForm.Item>
  );
}

function Answer({ field, value, onChange }: { field: Field; value: unknown; onChange: (answer: unknown) => void }) {
  const { t } = useTranslation('forms');
  const language = useLanguage();
  const { control } = field;
  const disabled = field.locked ?? false;
  const id = `preview-${field.key}`;
  const text = typeof value === 'string' ? value : '';
  switch (control.type) {
    case 'long_text':
      return <Input.TextArea id={id} disabled={disabled} value={text} maxLength={control.max_length} onChange={({ target }) => onChange(target.value)} />;
    case 'number':
    case 'money':
      return <InputNumber id={id} disabled={disabled} value={typeof value === 'number' || typeof value === 'string' ? value : null} onChange={onChange} />;
    case 'checkbox':
      return (
        <Checkbox id={id} disabled={disabled} checked={value === true} onChange={({ target }) => onChange(target.checked)}>
          {inLanguage(field.label, language)}
        </Checkbox>
      );
    case 'select':
    case 'multi_select':
      return (
        <Select
          id={id}
          allowClear
          disabled={disabled}
          {...(control.type === 'multi_select' ? { mode: 'multiple' as const } : {})}
          value={value}
          options={control.options.map((option) => ({ value: option.value, label: inLanguage(option.label, language) || option.value }))}
          onChange={onChange}
        />
      );
    case 'date':
    case 'date_time':
      return <DatePicker id={id} disabled={disabled} showTime={control.type === 'date_time'} onChange={(_, shown) => onChange(shown)} />;
    case 'image':
    case 'video':
    case 'attachment':
      return (
        <Button id={id} disabled icon={<UploadOutlined />}>
          {t(`control.${control.type}`)}
        </Button>
      );
    default:
      return <Input id={id} disabled={disabled} value={text} placeholder={t(`control.${control.type}`)} onChange={({ target }) => onChange(target.value)} />;
  }
}

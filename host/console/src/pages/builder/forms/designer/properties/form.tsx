import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form as AntForm, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../../api/client';
import { values } from '../../../../../api/values';
import { inLanguage, useLanguage, useValue } from '../../../../../words/use';
import { ConditionEditor } from '../../../drawing/condition_editor';
import { NamesInput } from '../../../drawing/names_input';
import { useFacts } from '../facts';

type Form = Schemas['FormDefinition'];
type Check = Schemas['FormCheck'];

/** What is said of the form as a whole, and what must hold between its fields. */
export function FormProperties({ form, put }: { form: Form; put: (change: (form: Form) => Form, what?: string) => void }) {
  const { t } = useTranslation('forms');
  const say = useValue();
  const checks = form.checks ?? [];
  const setCheck = (at: number, change: Partial<Check>) =>
    put((now) => ({ ...now, checks: (now.checks ?? []).map((check, index) => (index === at ? { ...check, ...change } : check)) }), `check ${at}`);
  return (
    <>
      <NamesInput label={t('properties.title')} value={form.title} onChange={(title) => put((now) => ({ ...now, title }), 'title')} />
      <AntForm.Item label={t('properties.kind')} htmlFor="form-kind">
        <Select id="form-kind" value={form.kind} options={values.TicketKind.map((value) => ({ value, label: say('TicketKind', value) }))} onChange={(kind) => put((now) => ({ ...now, kind }))} />
      </AntForm.Item>
      <AntForm.Item label={t('properties.currency')} htmlFor="form-currency">
        <Input id="form-currency" maxLength={3} value={form.currency ?? 'CNY'} onChange={({ target }) => put((now) => ({ ...now, currency: target.value.toUpperCase() }), 'currency')} />
      </AntForm.Item>
      <h3>{t('checks.title')}</h3>
      <Flex vertical gap="small">
        {checks.map((check, at) => (
          <CheckCard key={at} form={form} check={check} onChange={(change) => setCheck(at, change)} onRemove={() => put((now) => ({ ...now, checks: (now.checks ?? []).toSpliced(at, 1) }))} />
        ))}
        <Button
          icon={<PlusOutlined />}
          onClick={() => put((now) => ({ ...now, checks: [...(now.checks ?? []), { key: `check_${(now.checks ?? []).length + 1}`, expression: '', message: { 'zh-CN': '', en: '' } }] }))}
        >
          {t('checks.add')}
        </Button>
      </Flex>
    </>
  );
}

function CheckCard({ form, check, onChange, onRemove }: { form: Form; check: Check; onChange: (change: Partial<Check>) => void; onRemove: () => void }) {
  const { t } = useTranslation('forms');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const facts = useFacts(form);
  const fields = form.sections.flatMap((section) => section.fields);
  return (
    <Card size="small" title={<code>{check.key}</code>} extra={<Button type="text" danger icon={<DeleteOutlined />} aria-label={`${common('actions.delete')} ${check.key}`} onClick={onRemove} />}>
      <AntForm.Item label={t('checks.must')}>
        <ConditionEditor label={t('checks.must')} value={check.expression} facts={facts} onChange={(expression) => onChange({ expression })} />
      </AntForm.Item>
      <NamesInput label={t('checks.message')} value={check.message} onChange={(message) => onChange({ message })} />
      <AntForm.Item label={t('checks.at')}>
        <Select
          allowClear
          aria-label={t('checks.at')}
          value={check.at ?? null}
          options={fields.map(({ key, label }) => ({ value: key, label: inLanguage(label, language) || key }))}
          onChange={(at) => onChange({ at: at ?? null })}
        />
      </AntForm.Item>
    </Card>
  );
}

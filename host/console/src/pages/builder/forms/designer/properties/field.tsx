import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Flex, Form as AntForm, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../../api/client';
import { values } from '../../../../../api/values';
import { inLanguage, useLanguage, useValue } from '../../../../../words/use';
import { ConditionEditor } from '../../../drawing/condition_editor';
import { NamesInput } from '../../../drawing/names_input';
import { freeKey, insert, move, pointer, type Place, remove, set } from '../edit';
import { useFacts } from '../facts';
import type { Selected } from '../selected';
import { ControlProperties } from './control';

type Form = Schemas['FormDefinition'];

/** Everything that can be said of a field. */
export function FieldProperties({ form, place, field, findings, onSelect, put }: {
  form: Form;
  place: Place;
  field: Schemas['FormField'];
  findings: Schemas['FormFinding'][];
  onSelect: (selected: Selected) => void;
  put: (change: (form: Form) => Form, what?: string) => void;
}) {
  const { t } = useTranslation('forms');
  const say = useValue();
  const facts = useFacts(form, field.key);
  const change = (next: Partial<Schemas['FormField']>, what: string) => put((now) => set(now, place, next), `${pointer(place)} ${what}`);
  const wrong = (part: string) => findings.find(({ path }) => path === `${pointer(place)}/${part}`)?.message;
  const flag = (name: 'required' | 'internal' | 'locked') => (
    <AntForm.Item label={t(`properties.${name}`)} htmlFor={`field-${name}`} layout="horizontal" style={{ marginBottom: 8 }}>
      <Switch id={`field-${name}`} checked={field[name] ?? false} onChange={(on) => change({ [name]: on }, name)} />
    </AntForm.Item>
  );
  return (
    <>
      <Moves form={form} place={place} field={field} onSelect={onSelect} put={put} />
      <NamesInput label={t('properties.label')} value={field.label} error={{ zh: wrong('label/zh-CN'), en: wrong('label/en') }} onChange={(label) => change({ label }, 'label')} />
      <AntForm.Item label={t('properties.key')} htmlFor="field-key" validateStatus={wrong('key') ? 'error' : ''} help={wrong('key')}>
        <Input id="field-key" value={field.key} onChange={({ target }) => change({ key: target.value }, 'key')} />
      </AntForm.Item>
      <NamesInput
        label={t('properties.help')}
        value={field.help}
        onChange={(help) => change({ help: help['zh-CN'] || help.en ? help : null }, 'help')}
      />
      {flag('required')}
      {flag('internal')}
      <ControlProperties control={field.control} currency={form.currency ?? 'CNY'} onChange={(control) => change({ control }, 'control')} />
      <AntForm.Item label={t('properties.fill_from')} htmlFor="field-source" validateStatus={wrong('fill_from') ? 'error' : ''} help={wrong('fill_from')}>
        <Select
          id="field-source"
          allowClear
          value={field.fill_from ?? null}
          placeholder={t('properties.no_fill')}
          options={values.FormSource.map((value) => ({ value, label: say('FormSource', value) }))}
          onChange={(source) => change(source ? { fill_from: source } : { fill_from: null, locked: false }, 'fill_from')}
        />
      </AntForm.Item>
      {field.fill_from ? flag('locked') : null}
      <AntForm.Item label={t('properties.show_when')} validateStatus={wrong('show_when') ? 'error' : ''} help={wrong('show_when')}>
        <ConditionEditor label={t('properties.show_when')} value={field.show_when ?? ''} facts={facts} onChange={(text) => change({ show_when: text || null }, 'show_when')} />
      </AntForm.Item>
      <AntForm.Item label={t('properties.require_when')} validateStatus={wrong('require_when') ? 'error' : ''} help={wrong('require_when')}>
        <ConditionEditor label={t('properties.require_when')} value={field.require_when ?? ''} facts={facts} onChange={(text) => change({ require_when: text || null }, 'require_when')} />
      </AntForm.Item>
    </>
  );
}

/** Moves, copies and deletes without a pointer. */
function Moves({ form, place, field, onSelect, put }: {
  form: Form;
  place: Place;
  field: Schemas['FormField'];
  onSelect: (selected: Selected) => void;
  put: (change: (form: Form) => Form) => void;
}) {
  const { t } = useTranslation('forms');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const count = form.sections[place.section]?.fields.length ?? 0;
  const go = (to: Place) => {
    put((now) => move(now, place, to));
    onSelect(to);
  };
  return (
    <Flex gap={4} wrap style={{ marginBottom: 12 }}>
      <Button icon={<ArrowUpOutlined />} aria-label={t('move.up')} disabled={place.field === 0} onClick={() => go({ ...place, field: place.field - 1 })} />
      <Button icon={<ArrowDownOutlined />} aria-label={t('move.down')} disabled={place.field >= count - 1} onClick={() => go({ ...place, field: place.field + 1 })} />
      <Button
        icon={<CopyOutlined />}
        aria-label={t('move.copy')}
        onClick={() => {
          const to = { ...place, field: place.field + 1 };
          put((now) => insert(now, to, { ...field, key: freeKey(now, field.key) }));
          onSelect(to);
        }}
      />
      <Button
        danger
        icon={<DeleteOutlined />}
        aria-label={common('actions.delete')}
        onClick={() => {
          put((now) => remove(now, place));
          onSelect(null);
        }}
      />
      {form.sections.length > 1 ? (
        <Select
          aria-label={t('move.section')}
          value={place.section}
          style={{ minWidth: 120 }}
          options={form.sections.map((section, value) => ({ value, label: inLanguage(section.title, language) || String(value + 1) }))}
          onChange={(section) => go({ section, field: form.sections[section]?.fields.length ?? 0 })}
        />
      ) : null}
    </Flex>
  );
}

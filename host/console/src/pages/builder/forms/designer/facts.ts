import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { inLanguage, useLanguage } from '../../../../words/use';
import type { Fact, ValueKind } from '../../drawing/condition';
import type { ControlType } from './controls';

const KINDS: Partial<Record<ControlType, ValueKind>> = {
  text: 'text',
  long_text: 'text',
  phone: 'text',
  number: 'number',
  money: 'money',
  checkbox: 'boolean',
  select: 'text',
  multi_select: 'list',
  date: 'text',
  person: 'text',
  related: 'text',
};
const OUTSIDE: [string, ValueKind][] = [
  ['order.paid', 'money'],
  ['order.quantity', 'number'],
  ['order.days_since_delivery', 'number'],
  ['order.categories', 'list'],
  ['customer.member_level', 'text'],
  ['customer.tags', 'list'],
  ['history.claims', 'number'],
];

/** What conditions of a form can ask about: its other fields, the order and the customer. */
export function useFacts(form: Schemas['FormDefinition'], except?: string): Fact[] {
  const { t } = useTranslation('forms');
  const language = useLanguage();
  const own = form.sections.flatMap(({ fields }) =>
    fields.flatMap((field): Fact[] => {
      const kind = KINDS[field.control.type];
      if (!kind || field.key === except) return [];
      const options = 'options' in field.control ? field.control.options.map(({ value, label }) => ({ value, label: inLanguage(label, language) })) : undefined;
      return [{ name: `field.${field.key}`, label: inLanguage(field.label, language) || field.key, kind, options }];
    }),
  );
  return [...own, ...OUTSIDE.map(([name, kind]) => ({ name, kind, label: t(`fact.${name.replace('.', '_')}`) }))];
}

import { useTranslation } from 'react-i18next';
import { values } from '../../../../api/values';
import { inLanguage, useLanguage, useValue } from '../../../../words/use';
import type { Fact, ValueKind } from '../../drawing/condition';
import type { Workflow } from './edit';

const FACTS: [string, ValueKind, ('TicketKind' | 'CaseStatus' | 'GoodsStatus' | 'MoneyStatus' | 'Priority' | 'VerdictKind')?][] = [
  ['ticket.requested', 'money'],
  ['ticket.kind', 'text', 'TicketKind'],
  ['ticket.problem_type', 'text'],
  ['ticket.categories', 'list'],
  ['ticket.reasons', 'list'],
  ['ticket.tags', 'list'],
  ['ticket.quantity', 'number'],
  ['ticket.priority', 'text', 'Priority'],
  ['ticket.channel', 'text'],
  ['ticket.case_status', 'text', 'CaseStatus'],
  ['ticket.goods_status', 'text', 'GoodsStatus'],
  ['ticket.money_status', 'text', 'MoneyStatus'],
  ['ticket.risk_score', 'number'],
  ['ticket.verdict', 'text', 'VerdictKind'],
  ['order.paid', 'money'],
  ['order.days_since_delivery', 'number'],
  ['customer.member_level', 'text'],
  ['customer.tags', 'list'],
  ['history.claims', 'number'],
];
const KINDS: Record<string, ValueKind> = { boolean: 'boolean', integer: 'number', number: 'number', text: 'text', list: 'list', money: 'money' };

/** What branches of a workflow can ask about: the ticket, its order and customer, and the workflow's own fields. */
export function useFacts({ fields }: Workflow): Fact[] {
  const { t } = useTranslation('workflows');
  const say = useValue();
  const language = useLanguage();
  const known = FACTS.map(([name, kind, schema]): Fact => {
    const options = schema ? values[schema].map((value) => ({ value, label: say(schema, value as never) })) : undefined;
    return { name, kind, label: t(`fact.${name.replace('.', '_')}`), options };
  });
  const own = Object.entries(fields ?? {}).flatMap(([key, field]): Fact[] => {
    const kind = KINDS[field.type];
    return kind ? [{ name: `form.${key}`, kind, label: inLanguage(field.name, language) || key }] : [];
  });
  return [...known, ...own];
}

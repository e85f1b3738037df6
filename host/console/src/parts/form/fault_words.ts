import { useTranslation } from 'react-i18next';
import type { Field } from './definition';
import type { Fault } from './definition_form';

/** Findings that have words of their own, so that they are told in the reader's language; the others are told as the server says them. */
const KNOWN = [
  'required',
  'locked',
  'too_short',
  'too_long',
  'wrong_phone',
  'too_small',
  'too_large',
  'too_many_decimals',
  'not_an_amount',
  'not_an_option',
  'not_a_date',
  'not_a_moment',
  'too_early',
  'too_late',
  'too_few',
  'too_many',
  'more_than_bought',
  'file_too_large',
  'file_empty',
  'media_type_not_accepted',
];

/** The numbers that a sentence about a control speaks of. */
function limits({ control }: Field): Record<string, unknown> {
  const given = control as Record<string, unknown>;
  return { min: given.min_length ?? given.min, max: given.max_length ?? given.max_count ?? given.max, digits: given.digits ?? 11, decimals: given.decimals ?? 0 };
}

/** What the server found wrong with a field, in the reader's language. */
export function useFaultWords(): (field: Field, fault: Fault) => string {
  const { t } = useTranslation('form');
  return (field, { code, message }) => (code && KNOWN.includes(code) ? t(`fault.${code}`, limits(field)) : message);
}

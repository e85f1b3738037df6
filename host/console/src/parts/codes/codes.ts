import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Codes that shops use by custom. Every shop may have further ones, which are shown as they are. */
export const codes = {
  reason: [
    'unwanted',
    'damaged',
    'defective',
    'quality',
    'wrong_item',
    'missing_item',
    'missing_part',
    'not_as_described',
    'size_too_small',
    'size_too_large',
    'wrong_colour',
    'colour_fades',
    'malfunction',
    'spoiled',
    'late',
    'not_shipped',
    'price_drop',
    'return_freight',
    'refund_failed',
    'question',
    'attitude',
    'other',
  ],
  problem: [
    'unwanted',
    'damaged',
    'malfunction',
    'quality',
    'wrong_item',
    'missing_part',
    'size_mismatch',
    'delivery_delay',
    'freight',
    'price_drop',
    'refund',
    'refund_failed',
    'consultation',
    'installation',
    'service',
  ],
  channel: ['phone', 'wechat', 'taobao', 'jd', 'douyin', 'pinduoduo', 'web', 'mail', 'api'],
} as const;

export type Group = keyof typeof codes;

/** The word for a code; the shop's own codes stand for themselves. */
export function useCode(): (group: Group, code: string) => string {
  const { t } = useTranslation();
  return useCallback((group, code) => t(`code.${group}.${code}`, { defaultValue: code, nsSeparator: false }), [t]);
}

/** Reasons that are a problem of another name. */
const PROBLEMS: Record<string, string> = {
  defective: 'quality',
  colour_fades: 'quality',
  spoiled: 'quality',
  missing_item: 'missing_part',
  size_too_small: 'size_mismatch',
  size_too_large: 'size_mismatch',
  late: 'delivery_delay',
  return_freight: 'freight',
  question: 'consultation',
  attitude: 'service',
};

/** The type of problem that a reason mostly stands for; none when nobody can tell. */
export function problemOf(reason: string): string | undefined {
  const known: readonly string[] = codes.problem;
  return known.includes(reason) ? reason : PROBLEMS[reason];
}

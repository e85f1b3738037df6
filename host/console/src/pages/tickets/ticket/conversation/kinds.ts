import type { Schemas } from '../../../../api/client';

export const SHOWN = ['all', 'talk', 'decisions', 'money'] as const;
export type Shown = (typeof SHOWN)[number];

const SPOKEN = ['body', 'message', 'text', 'opinion', 'reason', 'note'] as const;
const TALK = /^ticket\.(message_added|information_requested|customer_answered|sent_for_correction)$/;
const DECISIONS = /^ticket\.(decided|agreed|rejected|rule_failed|amended|transferred|cancelled|reopened)$/;
const MONEY = /refund|clawback|settlement|amount|difference|deduction/;

/** What was said with an event, when something was. */
export function spoken({ data }: Schemas['Entry']): string {
  if (typeof data !== 'object' || data == null) return '';
  const found = data as Record<string, unknown>;
  for (const name of SPOKEN) {
    const text = found[name];
    if (typeof text === 'string' && text) return text;
  }
  return '';
}

/** True for what is not shown to the customer. */
export function internal({ data }: Schemas['Entry']): boolean {
  return typeof data === 'object' && data != null && 'internal' in data && data.internal === true;
}

/** True for what somebody said to somebody. */
export const isTalk = ({ kind }: Schemas['Entry']) => TALK.test(kind);

/** True when the filter shows the event. */
export function fits(entry: Schemas['Entry'], shown: Shown): boolean {
  if (shown === 'talk') return isTalk(entry);
  if (shown === 'decisions') return DECISIONS.test(entry.kind);
  return shown === 'all' || MONEY.test(entry.kind);
}

import type { Schemas } from '../../../../api/client';

export const SHOWN = ['all', 'talk', 'decisions', 'money'] as const;
export type Shown = (typeof SHOWN)[number];

const SPOKEN = ['body', 'message', 'text', 'opinion', 'reason', 'note', 'comment', 'why', 'detail'] as const;
const TALK = /^ticket\.(message_added|information_requested|customer_answered|sent_for_correction)$/;
const DECISIONS = /^(ticket\.(decided|agreed|rejected|rule_failed|amended|transferred|cancelled|reopened|dispute_ruled)|rule\.|flow\.(agreed|rejected|submitted)|automation\.)/;
const MONEY = /refund|clawback|settlement|amount|difference|deduction/;

/** What an event carries, as far as it is an object. */
export function details({ data }: Schemas['Entry']): Record<string, unknown> {
  return typeof data === 'object' && data != null ? (data as Record<string, unknown>) : {};
}

/** What was said with an event, when something was. */
export function spoken(entry: Schemas['Entry']): string {
  const found = details(entry);
  for (const name of SPOKEN) {
    const text = found[name];
    if (typeof text === 'string' && text) return text;
  }
  return '';
}

/** True for what is not shown to the customer. */
export const internal = (entry: Schemas['Entry']) => details(entry).internal === true;

/** True for what somebody said to somebody. */
export const isTalk = ({ kind }: Schemas['Entry']) => TALK.test(kind);

/** True when the filter shows the event. */
export function fits(entry: Schemas['Entry'], shown: Shown): boolean {
  if (shown === 'talk') return isTalk(entry);
  if (shown === 'decisions') return DECISIONS.test(entry.kind);
  return shown === 'all' || MONEY.test(entry.kind);
}

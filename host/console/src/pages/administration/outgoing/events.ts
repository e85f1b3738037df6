/** What can be told to webhooks, by area. */
export const EVENTS: Record<string, readonly string[]> = {
  ticket: ['created', 'review_needed', 'approval_needed', 'approved', 'refused', 'information_requested', 'customer_answered', 'message_added', 'amended', 'amount_changed', 'transferred', 'merged', 'cancelled', 'expired', 'completed', 'reopened', 'closed'],
  return: ['requested'],
  parcel: ['exception', 'lost'],
  goods: ['received', 'inspected_ok', 'problem', 'sent_back', 'overdue'],
  offer: ['expired'],
  replacement: ['reserved', 'out_of_stock', 'unanswered', 'difference_due', 'difference_paid', 'shipped', 'delivered'],
  settlement: ['changed'],
  refund: ['pending', 'paid', 'failed', 'unknown', 'external', 'clawback', 'clawed_back'],
  dispute: ['opened', 'ruled', 'withdrawn'],
  rule: ['failed'],
};

/** The same as choices: everything, all of an area, or one. */
export const CHOICES: readonly string[] = ['*', ...Object.entries(EVENTS).flatMap(([area, names]) => [`${area}.*`, ...names.map((name) => `${area}.${name}`)])];

/** Facts that a column may look at, with the type of their cells; any expression of them can be typed. */
export const FACTS: readonly [expression: string, type: string][] = [
  ['request.amount', 'money'],
  ['request.currency', 'text'],
  ['request.risk_score', 'integer'],
  ['ticket.kind', 'text'],
  ['ticket.problem_type', 'text'],
  ['ticket.priority', 'text'],
  ['ticket.channel', 'text'],
  ['ticket.tags', 'list'],
  ['ticket.categories', 'list'],
  ['ticket.reasons', 'list'],
  ['ticket.quantity', 'integer'],
  ['ticket.requested', 'money'],
  ['ticket.age', 'duration'],
  ['ticket.case_status', 'text'],
  ['order.paid', 'money'],
  ['order.days_since_delivery', 'integer'],
  ['order.days_since_placed', 'integer'],
  ['customer.member_level', 'text'],
  ['customer.tags', 'list'],
  ['history.orders', 'integer'],
  ['history.claims', 'integer'],
  ['history.claims_within(180)', 'integer'],
  ['history.similar_claims_within(180)', 'integer'],
  ['event.name', 'text'],
];

export const TYPES = ['money', 'integer', 'number', 'boolean', 'text', 'list', 'duration'] as const;
export const HITS = ['first', 'unique', 'collect', 'priority'] as const;

const ACTS = ['priority', 'add_tags', 'remove_tags', 'notify_role', 'notify_text', 'notify_channel', 'queue', 'assignee', 'escalate_role', 'task', 'task_role', 'task_within'];
/** What a table may answer, by the question that it answers. */
export const OUTPUTS: Record<string, readonly string[]> = {
  'refund-approval': ['verdict', 'role', 'quorum', 'report', 'ask_for', 'message', 'deduct', 'deduct_reason', 'tags'],
  routing: ['queue', 'assignee', 'skills', 'priority', 'tags'],
  'fraud-scoring': ['weight', 'code', 'detail', 'tags'],
  automation: ACTS,
  schedule: ACTS,
};

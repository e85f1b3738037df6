/** Filters of the list; each is a parameter of `GET /tickets`, and lives in the address. */
export const FILTERS = [
  'q',
  'kind',
  'case',
  'goods',
  'money',
  'dispute',
  'queue',
  'assignee',
  'priority',
  'problem_type',
  'channel',
  'open',
  'overdue',
  'due_before',
  'customer',
  'order',
  'external_ref',
  'number',
] as const;

export type Name = (typeof FILTERS)[number];
export type Filters = Partial<Record<Name, string>>;

/** Filters that one chooses now and then: they stand behind a button until one is set. */
export const FURTHER = ['goods', 'money', 'dispute', 'problem_type', 'channel', 'assignee', 'due_before'] as const satisfies Name[];

/** Filters that only links set; they are told and can be taken away. */
export const LINKED = ['customer', 'order', 'external_ref', 'number'] as const satisfies Name[];

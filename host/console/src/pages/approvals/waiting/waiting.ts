import type { Schemas } from '../../../api/client';

export type Item = Pick<Schemas['TicketRow'], 'approvals' | 'case' | 'assignee' | 'queue'>;
export type Ranked = Pick<Schemas['Role'], 'name' | 'approval_rank'>;

/** Who looks: their roles, the queues they work in or lead, and the people of their departments. */
export interface Looker {
  id: string;
  roles: readonly Ranked[];
  queues: readonly string[];
  colleagues: readonly string[];
}

/** How somebody stands to a ticket: may decide now, has agreed already, ranks too low, or nothing is to be decided. */
export type Standing = 'may' | 'agreed' | 'below' | 'none';

/** The first agreement that is still incomplete; the ones behind it wait for it. */
export function nextApproval({ approvals }: Pick<Item, 'approvals'>): Schemas['Approval'] | undefined {
  return approvals.find(({ agreed, required }) => agreed.length < required);
}

/** Whether somebody can decide now: by the role that is asked for, or by one that ranks above it. The server has the last word. */
export function standing(item: Item, user: string, mine: readonly Ranked[], all: readonly Ranked[]): Standing {
  if (item.case !== 'approval' && item.case !== 'first_review') return 'none';
  const next = nextApproval(item);
  // A first review that asks for no role is anybody's who approves at all.
  if (!next) return item.case === 'first_review' && mine.some(({ approval_rank: rank }) => rank != null) ? 'may' : 'none';
  if (next.agreed.includes(user)) return 'agreed';
  const needed = all.find(({ name }) => name === next.need.role)?.approval_rank;
  const high = mine.some(({ name, approval_rank: rank }) => name === next.need.role || (needed != null && rank != null && rank >= needed));
  return high ? 'may' : 'below';
}

/** Whether it waits for this person first: it asks for a role of theirs, or was handed to them. */
export function isMine(item: Item, { id, roles }: Looker, all: readonly Ranked[]): boolean {
  if (standing(item, id, roles, all) !== 'may') return false;
  const next = nextApproval(item);
  return item.assignee === id || (next != null && roles.some(({ name }) => name === next.need.role));
}

/** Whether it waits in a queue of this person, or with somebody of their department. */
export function isTeams(item: Item, { queues, colleagues }: Looker): boolean {
  return (item.queue != null && queues.includes(item.queue)) || (item.assignee != null && colleagues.includes(item.assignee));
}

/** What is owed soonest comes first; what has no time limit comes last, as it was. */
export function bySoonest<T extends { due_at?: string | null }>(items: readonly T[]): T[] {
  const at = ({ due_at: due }: T) => (due ? Date.parse(due) : Number.MAX_SAFE_INTEGER);
  return [...items].sort((one, other) => at(one) - at(other));
}

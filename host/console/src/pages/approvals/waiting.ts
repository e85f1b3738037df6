import type { Schemas } from '../../api/client';

type Item = Pick<Schemas['TicketItem'], 'approvals'>;
type Ranked = Pick<Schemas['Role'], 'name' | 'approval_rank'>;

/** The first agreement that is still incomplete; the ones behind it wait for it. */
export function nextApproval({ approvals }: Item): Schemas['Approval'] | undefined {
  return approvals.find(({ agreed, required }) => agreed.length < required);
}

/** Whether somebody with these roles can give the next agreement: by the role itself, or by one that ranks above it. */
export function waitsFor(item: Item, user: string, mine: readonly Ranked[], all: readonly Ranked[]): boolean {
  const next = nextApproval(item);
  if (!next || next.agreed.includes(user)) return false;
  const needed = all.find(({ name }) => name === next.need.role)?.approval_rank;
  return mine.some(
    ({ name, approval_rank: rank }) => name === next.need.role || (needed != null && rank != null && rank >= needed),
  );
}

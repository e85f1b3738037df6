import type { Schemas } from '../../../../api/client';

/** Whether somebody may agree or refuse now: `low` is below who is waited for, `agreed` has done so already. */
export type Standing = 'may' | 'low' | 'agreed';

/** The agreement that is waited for next; none when it is nobody's in particular. */
export function nextNeed(approvals: Schemas['Approval'][]): Schemas['Approval'] | undefined {
  return approvals.find(({ agreed, required }) => agreed.length < required);
}

/** As the server judges: who is waited for, or whoever stands higher on the ladder. `ladder` holds the roles that are known. */
export function standingOf(
  { approvals, refund }: Pick<Schemas['TicketRow'], 'approvals' | 'refund'>,
  me: { id: string; roles: Pick<Schemas['Role'], 'name' | 'approval_rank'>[] },
  ladder: Pick<Schemas['Role'], 'name' | 'approval_rank'>[],
): Standing {
  const next = nextNeed(approvals);
  // Money that nobody in particular has to agree to is agreed to by the top.
  const top = approvals.length === 0 && (refund?.amount.minor ?? 0) > 0;
  if (!next && !top) return 'may';
  const ranks = (roles: typeof ladder) => roles.flatMap(({ approval_rank: rank }) => (rank == null ? [] : [rank]));
  const [mine, all] = [Math.max(-1, ...ranks(me.roles)), ranks(ladder)];
  const needed = ladder.find(({ name }) => name === next?.need.role)?.approval_rank;
  // A role beside the ladder is acted for by those at its top; without the list of roles nobody knows where that is.
  const enough = needed != null ? mine >= needed : all.length > 0 && mine >= Math.max(...all);
  if (!enough && !me.roles.some(({ name }) => name === next?.need.role)) return 'low';
  return next?.agreed.includes(me.id) ? 'agreed' : 'may';
}

import { useMe } from '../../../../app/me';
import { useRoles } from '../../../../parts/people/people';
import { useFlow } from '../tasks/use_flow';
import type { Ticket } from '../ticket';
import { nextNeed, type Standing, standingOf } from './standing';

/** Whether this person may decide about the ticket, and whose agreement it waits for; while a workflow runs its tasks decide. */
export function useStanding(ticket: Ticket): { standing: Standing | 'workflow'; next: ReturnType<typeof nextNeed> } {
  const { user, roles } = useMe();
  const ladder = useRoles() ?? [];
  const { running } = useFlow(ticket);
  return { standing: running ? 'workflow' : standingOf(ticket, { id: user.id, roles }, ladder), next: nextNeed(ticket.approvals) };
}

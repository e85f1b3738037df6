import { api, type Schemas } from '../../../../api/client';
import { isProblem } from '../../../../api/problem';
import { steered, type Ticket } from '../ticket';

/** Where the ticket stands in its workflow; nothing for a ticket without one, which is no fault. */
export function useFlow(ticket: Ticket): { flow: Schemas['WorkflowView'] | undefined; running: boolean; error: unknown } {
  const asked = api.useQuery('get', '/api/v1/tickets/{id}/workflow', { params: { path: { id: ticket.id } } }, { retry: false, enabled: steered(ticket) });
  const none = isProblem(asked.error) && asked.error.status === 404;
  return { flow: asked.data, running: asked.data?.state.is === 'running', error: none ? null : asked.error };
}

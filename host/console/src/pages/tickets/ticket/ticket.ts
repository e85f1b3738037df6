import { ifMatch, type Schemas } from '../../../api/client';

export type Ticket = Schemas['TicketView'];

/** What the ticket's amounts are in. */
export function currency({ order, lines }: Ticket): string {
  return order?.paid.currency ?? lines[0]?.requested.currency ?? 'CNY';
}

/** Address and version of a change: it is refused when somebody was faster. */
export function at({ id, version }: Ticket) {
  return { params: { path: { id }, header: ifMatch(version) } };
}

/** What all lines ask for together. */
export function requested(ticket: Ticket): Schemas['Money'] {
  return { minor: ticket.lines.reduce((sum, line) => sum + line.requested.minor, 0), currency: currency(ticket) };
}

/** Whether a workflow stands, or stood, behind the ticket. */
export function steered({ workflow }: Ticket): boolean {
  return workflow != null;
}

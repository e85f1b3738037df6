import type { Schemas } from '../../../api/client';

/** A ticket as the list shows it. */
export type Row = Schemas['TicketRow'];

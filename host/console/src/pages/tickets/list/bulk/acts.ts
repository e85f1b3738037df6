import { fetcher, ifMatch } from '../../../../api/client';
import type { Row } from '../row';

/** What is typed before several tickets are changed at once. */
export interface Typed {
  queue?: string | undefined;
  person?: string | undefined;
  macro?: string | undefined;
  text?: string | undefined;
}

export type Act = 'accept' | 'transfer' | 'macro' | 'ask' | 'note';

/** Things that can be done to several tickets, in the order in which they are offered. */
export const ACTS: readonly Act[] = ['accept', 'transfer', 'macro', 'ask', 'note'];

/** Whether enough is typed. */
export function isReady(act: Act, { queue, person, macro, text }: Typed): boolean {
  if (act === 'accept') return true;
  if (act === 'transfer') return queue != null || person != null;
  return act === 'macro' ? macro != null : (text ?? '').trim() !== '';
}

/** Does it to one ticket; refused when somebody changed it since the list was read. */
export function perform(act: Act, { id, version }: Row, { queue, person, macro, text }: Typed): Promise<{ error?: unknown }> {
  const params = { path: { id }, header: ifMatch(version) };
  const said = (text ?? '').trim();
  switch (act) {
    case 'accept':
      return fetcher.POST('/api/v1/tickets/{id}/accept', { params });
    case 'transfer':
      return fetcher.POST('/api/v1/tickets/{id}/transfer', { params, body: { queue: queue ?? null, assignee: person ?? null, reason: said || null } });
    case 'macro':
      return fetcher.POST('/api/v1/tickets/{id}/macros/{key}/apply', { params: { ...params, path: { id, key: macro ?? '' } } });
    case 'ask':
      return fetcher.POST('/api/v1/tickets/{id}/request-information', { params, body: { message: said } });
    case 'note':
      return fetcher.POST('/api/v1/tickets/{id}/message', { params, body: { body: said, internal: true } });
  }
}

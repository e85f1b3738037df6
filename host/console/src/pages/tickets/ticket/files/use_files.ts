import { api } from '../../../../api/client';

/** The files of a ticket, oldest first. */
export function useFiles(id: string) {
  return api.useQuery('get', '/api/v1/tickets/{id}/attachments', { params: { path: { id } } });
}

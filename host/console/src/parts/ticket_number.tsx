import { Link } from 'react-router';
import { api } from '../api/client';

/** A ticket by the number that people use; its page is a click away. */
export function TicketNumber({ id }: { id: string }) {
  const { data } = api.useQuery('get', '/api/v1/tickets/{id}', { params: { path: { id } } }, { staleTime: 60_000 });
  return <Link to={`/tickets/${id}`}>{data ? `${data.number} ${data.subject}`.trim() : `…${id.slice(-6)}`}</Link>;
}

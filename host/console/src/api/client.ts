import createFetchClient, { type Middleware } from 'openapi-fetch';
import createClient from 'openapi-react-query';
import type { components, paths } from './schema';
import { session } from './session';
import { fresh } from '../parts/fresh';

/** Types of the API by name. */
export type Schemas = components['schemas'];

/** A POST that the network repeats must not act twice, so each carries a key of its own; and whose key is refused signs in again. */
const middleware: Middleware = {
  onRequest({ request }) {
    const key = session.key();
    if (key) request.headers.set('authorization', `Bearer ${key}`);
    if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
      request.headers.set('idempotency-key', fresh());
    }
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) session.close();
    return response;
  },
};

/** The API by paths: `fetcher.GET('/api/v1/me')`. */
export const fetcher = createFetchClient<paths>({ baseUrl: window.location.origin });
fetcher.use(middleware);

/** The same as hooks: `api.useQuery('get', '/api/v1/me')`. */
export const api = createClient(fetcher);

/** The header that refuses a change when somebody was faster. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

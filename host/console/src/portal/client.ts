import createFetchClient from 'openapi-fetch';
import createClient from 'openapi-react-query';
import type { paths } from '../api/schema';
import { link } from './link';
import { fresh } from '../parts/fresh';

export const fetcher = createFetchClient<paths>({ baseUrl: window.location.origin });
fetcher.use({
  onRequest({ request }) {
    const token = link.token();
    if (token) request.headers.set('authorization', `Bearer ${token}`);
    request.headers.set('accept-language', document.documentElement.lang);
    if (request.method === 'POST' && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', fresh());
    return request;
  },
});

/** What customers may ask, as hooks. */
export const api = createClient(fetcher);

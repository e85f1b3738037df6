import createFetchClient from 'openapi-fetch';
import createClient from 'openapi-react-query';
import type { paths } from '../api/schema';

const PLACE = 'redress.link';

/** The token of the link that was opened. It leaves the address at once, so that no history and no screenshot keeps it. */
export const token: string | null = (() => {
  const given = window.location.hash.slice(1);
  if (given.startsWith('rpl_')) {
    sessionStorage.setItem(PLACE, given);
    history.replaceState(null, '', window.location.pathname);
  }
  return sessionStorage.getItem(PLACE);
})();

export const fetcher = createFetchClient<paths>({ baseUrl: window.location.origin });
fetcher.use({
  onRequest({ request }) {
    if (token) request.headers.set('authorization', `Bearer ${token}`);
    request.headers.set('accept-language', document.documentElement.lang);
    if (request.method === 'POST') request.headers.set('idempotency-key', crypto.randomUUID());
    return request;
  },
});

/** What customers may ask, as hooks. */
export const api = createClient(fetcher);

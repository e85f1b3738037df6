const PLACE = 'redress.link';
const listeners = new Set<() => void>();

function kept(): string | null {
  const given = window.location.hash.slice(1);
  if (given.startsWith('rpl_')) return take(given);
  // Who opens a shop's page begins something new, whatever was open before.
  return shop() ? null : sessionStorage.getItem(PLACE);
}

/** Keeps a token for this tab. It leaves the address at once, so that no history and no screenshot keeps it. */
function take(token: string): string {
  sessionStorage.setItem(PLACE, token);
  history.replaceState(null, '', window.location.pathname);
  return token;
}

/** Whose page was opened without a link: `/portal/?shop=demo`. */
export function shop(): string | null {
  return new URLSearchParams(window.location.search).get('shop');
}

let token = kept();
window.addEventListener('hashchange', () => {
  token = kept();
  for (const listener of listeners) listener();
});

/** The link that this tab shows. */
export const link = {
  token: () => token,
  open: (next: string) => {
    token = take(next);
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

import { FILTERS, type Filters } from '../filters/filters';

/** A named choice of filters. */
export interface View {
  key: string;
  filters: Filters;
}

/** The views that everybody has; `me` is who works here. */
export function standard(me: string): View[] {
  return [
    { key: 'open', filters: { open: 'true' } },
    { key: 'mine', filters: { open: 'true', assignee: me } },
    { key: 'review', filters: { case: 'first_review' } },
    { key: 'customer', filters: { case: 'awaiting_customer' } },
    { key: 'overdue', filters: { overdue: 'true' } },
    { key: 'dispute', filters: { dispute: 'evidence' } },
    { key: 'all', filters: {} },
  ];
}

/** True when both choose the same. */
export function same(one: Filters, other: Filters): boolean {
  return FILTERS.every((name) => (one[name] ?? '') === (other[name] ?? ''));
}

/** The views with one more, or with other filters under a name that is there. */
export function added(views: View[], view: View): View[] {
  return [...views.filter(({ key }) => key !== view.key), view];
}

/** The views with one under another name; a name that is taken already is taken over. */
export function renamed(views: View[], from: string, to: string): View[] {
  return views.filter(({ key }) => key === from || key !== to).map((view) => (view.key === from ? { ...view, key: to } : view));
}

const place = (user: string) => `redress.views.${user}`;

/** The views that somebody has saved in this browser; what cannot be read is as if it was not there. */
export function saved(user: string): View[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(user)) ?? '[]');
    return Array.isArray(found) ? found.filter(isView) : [];
  } catch {
    return [];
  }
}

export function save(user: string, views: View[]) {
  localStorage.setItem(place(user), JSON.stringify(views));
}

function isView(one: unknown): one is View {
  const view = one as View | null;
  return typeof view?.key === 'string' && typeof view.filters === 'object';
}

import { useEffect, useMemo, useState } from 'react';
import { api, fetcher } from '../../../../api/client';
import { type Fault, faults } from '../../../../api/problem';
import { type Answers, type Layout, toSend } from '../../../../parts/form/definition';
import { type Draft, type Kind, orderNumber } from '../draft';

/** What is wrong with answers, by field; `before` is where they stand in what was sent. */
export function answerFaults(error: unknown, before: string): Fault[] {
  return faults(error)
    .filter(({ pointer }) => pointer.startsWith(`${before}/`))
    .map((fault) => ({ ...fault, pointer: fault.pointer.slice(before.length) }));
}

/** After so long without a key press the server looks at the answers, in milliseconds. */
const PAUSE = 600;

/** The form that new tickets of a kind get. */
function usePublished(kind: Kind): { layout: Layout | null; waits: boolean; error: unknown; retry: () => void } {
  const forms = api.useQuery('get', '/api/v1/forms', {}, { staleTime: 60_000 });
  const fitting = forms.data?.items.filter((form) => form.enabled && form.published != null && form.kinds.includes(kind)) ?? [];
  const key = fitting.reduce<(typeof fitting)[number] | undefined>((least, form) => (least && least.position <= form.position ? least : form), undefined)?.key;
  const schema = api.useQuery(
    'get',
    '/api/v1/forms/{key}/schema',
    { params: { path: { key: key ?? '' }, query: { audience: 'agent' } } },
    { enabled: key != null, staleTime: 60_000 },
  );
  return {
    layout: key && schema.data ? (schema.data.layout as unknown as Layout) : null,
    waits: forms.isPending || (key != null && schema.isPending),
    error: forms.error ?? schema.error,
    retry: () => void (forms.error ? forms.refetch() : schema.refetch()),
  };
}

/** The goods of the form are those that the ticket is about: they are not chosen twice. */
function goodsOf(layout: Layout, draft: Draft): Answers {
  const fields = layout.sections.flatMap((section) => section.fields);
  const found: Answers = {};
  for (const { key, control } of fields) {
    if (control.type !== 'order_lines') continue;
    found[key] = Object.entries(draft.wanted).map(([line, { quantity }]) => (control.quantities === false ? { line } : { line, quantity }));
  }
  return found;
}

/** The form of a new ticket: what it asks, what it begins with, what was answered, and what the server says to that. */
export function useForm(draft: Draft) {
  const { layout, waits, error, retry } = usePublished(draft.kind);
  const [typed, setTyped] = useState<Answers>({});
  const [found, setFound] = useState<Fault[]>([]);
  const number = orderNumber(draft);
  const key = layout?.key ?? '';
  const fill = api.useQuery(
    'post',
    '/api/v1/forms/{key}/fill',
    { params: { path: { key } }, body: { order: draft.from === 'found' ? number : null, customer: null } },
    { enabled: layout != null, staleTime: 60_000 },
  );
  const goods = useMemo(() => (layout ? goodsOf(layout, draft) : {}), [layout, draft]);
  const answers = useMemo(() => ({ ...(fill.data?.answers), ...typed, ...goods }), [fill.data, typed, goods]);
  const sent = useMemo(() => (layout ? toSend(layout, answers) : {}), [layout, answers]);
  // An order that is typed in is known to the server with the ticket only, which judges the answers then.
  const judged = layout != null && draft.from === 'found' && Object.keys(typed).length > 0;
  const body = JSON.stringify({ answers: sent, order: number });
  useEffect(() => {
    if (!judged) return undefined;
    const ended = new AbortController();
    const timer = setTimeout(() => {
      const given = JSON.parse(body) as { answers: Record<string, never>; order: string | null };
      fetcher
        .POST('/api/v1/forms/{key}/answers', { params: { path: { key } }, body: given, signal: ended.signal })
        .then((answer) => setFound(answerFaults(answer.error, '/answers')))
        // The check only helps while one types; whoever sends the ticket is told that the server cannot be reached.
        .catch(() => setFound([]));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [judged, key, body]);
  return {
    layout,
    waits: waits || (layout != null && fill.isLoading),
    error: error ?? fill.error,
    retry: fill.error ? () => void fill.refetch() : retry,
    answers,
    /** Questions that the ticket answers. */
    known: Object.keys(goods),
    answer: (field: string, value: unknown) => setTyped((before) => ({ ...before, [field]: value })),
    /** What is sent with the ticket. */
    draft: layout ? { key: layout.key, answers: sent as Record<string, never> } : null,
    /** What is wrong with what was answered so far: what nobody has come to yet is not complained about. */
    faults: (judged ? found : []).filter(({ pointer }) => (pointer.split('/')[1] ?? '') in typed),
  };
}

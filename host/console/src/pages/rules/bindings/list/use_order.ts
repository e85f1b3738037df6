import { useState } from 'react';
import { api, type Schemas } from '../../../../api/client';
import { useTell } from '../../../../parts/problem';
import { useReread } from '../reread';
import { moved } from './order';

type Binding = Schemas['BindingWithPlugin'];

/** The rules of a hook in the order that was just asked for, until the server has it; what it refuses jumps back. */
export function useOrder(hook: Schemas['Hook'], bindings: Binding[]) {
  const { failed } = useTell();
  const reread = useReread();
  const [wanted, setWanted] = useState<string[] | null>(null);
  const order = api.useMutation('post', '/api/v1/bindings/order', {
    onError: failed,
    onSuccess: reread,
    onSettled: () => setWanted(null),
  });
  const place = (id: string) => wanted?.indexOf(id) ?? 0;
  const shown = wanted ? bindings.toSorted((a, b) => place(a.id) - place(b.id)) : bindings;
  const move = (id: string, to: number) => {
    const ids = moved(shown.map((one) => one.id), id, to);
    setWanted(ids);
    order.mutate({ body: { hook, bindings: ids } });
  };
  return { shown, move, busy: order.isPending };
}

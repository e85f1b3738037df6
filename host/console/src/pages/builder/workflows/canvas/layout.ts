import { type Node, ways } from './ways';

export interface Point {
  x: number;
  y: number;
}

/** How far cards stand apart. */
export const WIDTH = 280;
export const HEIGHT = 170;

/**
 * Places nodes in layers from the start downwards: each below everything that leads to it (ways back to an earlier node do not
 * count), and within a layer near what leads to it, so that few ways cross.
 */
export function layout(nodes: Node[]): Map<string, Point> {
  const next = new Map(nodes.map((node) => [node.id, ways(node).map(({ to }) => to)]));
  const known = (id: string) => next.has(id);
  const start = nodes.find(({ kind }) => kind.type === 'start');
  const order: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const forward = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  const visit = (id: string) => {
    state.set(id, 'open');
    for (const to of next.get(id) ?? []) {
      if (!known(to) || state.get(to) === 'open') continue;
      forward.get(id)?.push(to);
      if (!state.has(to)) visit(to);
    }
    state.set(id, 'done');
    order.unshift(id);
  };
  for (const node of start ? [start, ...nodes] : nodes) if (!state.has(node.id)) visit(node.id);

  const layer = new Map<string, number>(order.map((id) => [id, 0]));
  for (const id of order) for (const to of forward.get(id) ?? []) layer.set(to, Math.max(layer.get(to) ?? 0, (layer.get(id) ?? 0) + 1));

  const layers: string[][] = [];
  for (const id of order) (layers[layer.get(id) ?? 0] ??= []).push(id);
  const column = new Map<string, number>();
  for (const row of layers) {
    const wish = new Map(row.map((id, at) => [id, middle(order.filter((from) => forward.get(from)?.includes(id)).map((from) => column.get(from)), at)]));
    row.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
    row.forEach((id, at) => column.set(id, at - (row.length - 1) / 2));
  }
  return new Map(order.map((id) => [id, { x: Math.round((column.get(id) ?? 0) * WIDTH), y: (layer.get(id) ?? 0) * HEIGHT }]));
}

function middle(columns: (number | undefined)[], otherwise: number): number {
  const found = columns.filter((one) => one !== undefined);
  return found.length > 0 ? found.reduce((sum, one) => sum + one, 0) / found.length : otherwise;
}

import type { Schemas } from '../../../../api/client';
import { lead, type Node, ways } from './ways';

export type Workflow = Schemas['WorkflowDefinition'];
export type Kind = Node['kind']['type'];

/** All kinds of nodes, in the order of the palette. */
export const kinds: Kind[] = ['start', 'form', 'approval', 'condition', 'split', 'join', 'wait', 'timer', 'hook', 'notify', 'set', 'subtask', 'end'];

/** Kinds at which people work. */
export const works = (kind: Kind) => kind === 'form' || kind === 'approval' || kind === 'subtask';
/** Kinds that wait, and so may have a time limit. */
export const waits = (kind: Kind) => works(kind) || kind === 'wait' || kind === 'hook';

function freshKind(type: Kind): Node['kind'] {
  switch (type) {
    case 'form':
    case 'subtask':
      return { type };
    case 'approval':
      return { type, mode: 'any' };
    case 'condition':
      return { type, branches: [{ when: '', next: '' }], else: '' };
    case 'split':
      return { type, branches: ['', ''], join: '' };
    case 'join':
      return { type, wait: 'all', next: '' };
    case 'wait':
      return { type, for: { signal: 'customer_answer' }, next: '' };
    case 'timer':
      return { type, when: { after: '1d' }, next: '' };
    case 'hook':
      return { type, hook: 'automation', next: '', failed: '' };
    case 'notify':
      return { type, to: ['customer'], template: '', next: '' };
    case 'set':
      return { type, changes: [], next: '' };
    case 'end':
      return { type, outcome: 'done' };
    case 'start':
      return { type, next: '' };
  }
}

/** A node to begin with, with the buttons that its kind is for. */
export function fresh(id: string, type: Kind, name: Record<string, string>): Node {
  const buttons: Schemas['WorkflowButton'][] =
    type === 'approval'
      ? [
          { code: 'agree', does: 'agree' },
          { code: 'reject', does: 'reject' },
        ]
      : [{ code: 'submit', does: 'submit' }];
  return { id, name, kind: freshKind(type), ...(works(type) ? { work: { who: [{ role: 'agent' }], buttons } } : {}) };
}

/** An id that no node has. */
export function freeId({ nodes }: Workflow, wish: string): string {
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? wish : `${wish}_${count}`;
    if (nodes.every((node) => node.id !== id)) return id;
  }
}

export function add(workflow: Workflow, node: Node): Workflow {
  return { ...workflow, nodes: [...workflow.nodes, node] };
}

export function put(workflow: Workflow, id: string, change: (node: Node) => Node): Workflow {
  return { ...workflow, nodes: workflow.nodes.map((node) => (node.id === id ? change(node) : node)) };
}

/** Takes a node out; what led to it leads nowhere until somebody draws it anew. */
export function remove(workflow: Workflow, id: string): Workflow {
  return { ...workflow, nodes: workflow.nodes.filter((node) => node.id !== id).map((node) => point(node, id, '')) };
}

/** Gives a node another id; ways and doers follow it, and so do expressions about its outcome. */
export function rename(workflow: Workflow, from: string, to: string): Workflow {
  if (from === to || workflow.nodes.some(({ id }) => id === to)) return workflow;
  const outcomes = new RegExp(`\\boutcome\\.${from.replace(/[^\w]/g, '\\$&')}(?![A-Za-z0-9_])`, 'g');
  const doers = (text: string) => text.replaceAll(`{"doer_of":${JSON.stringify(from)}}`, `{"doer_of":${JSON.stringify(to)}}`);
  const follow = (node: Node): Node => JSON.parse(doers(JSON.stringify(node)).replace(outcomes, `outcome.${to}`)) as Node;
  return { ...workflow, nodes: workflow.nodes.map((node) => follow(point(node.id === from ? { ...node, id: to } : node, from, to))) };
}

/** Lets everything in a node that names another one name a different one. */
function point(node: Node, from: string, to: string): Node {
  const led = ways(node).reduce((now, way) => (way.to === from ? lead(now, way.port, to) : now), node);
  const { kind } = led;
  if (kind.type === 'split' && kind.join === from) return { ...led, kind: { ...kind, join: to } };
  if (kind.type === 'wait' && 'subtask' in kind.for && kind.for.subtask === from) return { ...led, kind: { ...kind, for: { subtask: to } } };
  return led;
}

/** Says where nodes stand. */
export function place(workflow: Workflow, places: Map<string, { x: number; y: number }>): Workflow {
  return {
    ...workflow,
    nodes: workflow.nodes.map((node) => {
      const at = places.get(node.id);
      return at ? { ...node, position: { x: Math.round(at.x), y: Math.round(at.y) } } : node;
    }),
  };
}

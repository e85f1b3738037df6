import type { Schemas } from '../../../../api/client';

export type Node = Schemas['WorkflowNode'];

/** One way out of a node. Its port says which, such as `next`, `branch:0` or `button:2`. */
export interface Way {
  port: string;
  /** The node that it leads to; empty while it leads nowhere. */
  to: string;
  /** What people call it, when it has a name of its own. */
  name?: Record<string, string> | undefined;
}

const decides = ({ does }: Schemas['WorkflowButton']) => does !== 'transfer' && does !== 'delegate';

/** All ways out of a node, in the order in which they stand in it. */
export function ways({ kind, work, limit }: Node): Way[] {
  const found: Way[] = [];
  switch (kind.type) {
    case 'condition':
      kind.branches.forEach(({ next, name }, at) => found.push({ port: `branch:${at}`, to: next, name }));
      found.push({ port: 'else', to: kind.else });
      break;
    case 'split':
      kind.branches.forEach((to, at) => found.push({ port: `branch:${at}`, to }));
      break;
    case 'hook':
      found.push({ port: 'next', to: kind.next }, { port: 'failed', to: kind.failed });
      break;
    case 'subtask':
      if (kind.meanwhile != null) found.push({ port: 'meanwhile', to: kind.meanwhile });
      break;
    case 'form':
    case 'approval':
    case 'end':
      break;
    default:
      found.push({ port: 'next', to: kind.next });
  }
  work?.buttons.forEach((button, at) => {
    if (decides(button)) found.push({ port: `button:${at}`, to: button.next ?? '', name: button.name });
  });
  limit?.steps?.forEach((step, at) => {
    step.do.forEach((what, index) => {
      if (typeof what === 'object' && 'go' in what) found.push({ port: `late:${at}:${index}`, to: what.go });
    });
  });
  return found;
}

/** Lets one way lead elsewhere. */
export function lead(node: Node, port: string, to: string): Node {
  const [what = '', first = '', second = ''] = port.split(':');
  const at = Number(first);
  const { kind, work, limit } = node;
  if (what === 'button' && work) {
    return { ...node, work: { ...work, buttons: work.buttons.map((button, index) => (index === at ? { ...button, next: to || null } : button)) } };
  }
  if (what === 'late' && limit) {
    const steps = limit.steps?.map((step, index) => (index === at ? { ...step, do: step.do.with(Number(second), { go: to }) } : step));
    return { ...node, limit: { ...limit, steps } };
  }
  if (kind.type === 'condition') {
    if (what === 'else') return { ...node, kind: { ...kind, else: to } };
    return { ...node, kind: { ...kind, branches: kind.branches.map((branch, index) => (index === at ? { ...branch, next: to } : branch)) } };
  }
  if (kind.type === 'split') return { ...node, kind: { ...kind, branches: kind.branches.with(at, to) } };
  if (kind.type === 'hook' && what === 'failed') return { ...node, kind: { ...kind, failed: to } };
  if (kind.type === 'subtask' && what === 'meanwhile') return { ...node, kind: { ...kind, meanwhile: to } };
  return 'next' in kind ? { ...node, kind: { ...kind, next: to } } : node;
}

/** A connection drawn from a node: takes the first way that leads nowhere, or makes one where a node may have many. */
export function connect(node: Node, to: string): Node {
  const all = ways(node);
  const free = all.find((way) => way.to === '');
  if (free) return lead(node, free.port, to);
  const { kind, work } = node;
  if (kind.type === 'condition') return { ...node, kind: { ...kind, branches: [...kind.branches, { when: '', next: to }] } };
  if (kind.type === 'split') return { ...node, kind: { ...kind, branches: [...kind.branches, to] } };
  if (work) {
    const does = kind.type === 'approval' ? 'agree' : 'submit';
    return { ...node, work: { ...work, buttons: [...work.buttons, { code: freeCode(work.buttons, does), does, next: to }] } };
  }
  return all[0] ? lead(node, all[0].port, to) : node;
}

/** A code that no button has. */
export function freeCode(buttons: Schemas['WorkflowButton'][], wish: string): string {
  for (let count = 1; ; count += 1) {
    const code = count === 1 ? wish : `${wish}_${count}`;
    if (buttons.every((button) => button.code !== code)) return code;
  }
}

/** Takes one way out: a branch goes away, any other way leads nowhere. */
export function cut(node: Node, port: string): Node {
  const [what, first] = port.split(':');
  const { kind } = node;
  if (what === 'branch' && kind.type === 'condition') return { ...node, kind: { ...kind, branches: kind.branches.toSpliced(Number(first), 1) } };
  if (what === 'branch' && kind.type === 'split') return { ...node, kind: { ...kind, branches: kind.branches.toSpliced(Number(first), 1) } };
  return lead(node, port, '');
}

import type { Schemas } from '../../../api/client';

type Department = Schemas['Department'];
export type Branch = Department & { children?: Branch[] };

/** Departments as the tree that they are; one whose parent is not there stands at the top. */
export function tree(all: readonly Department[]): Branch[] {
  const known = new Set(all.map(({ id }) => id));
  const under = (parent: string | null): Branch[] =>
    all
      .filter((one) => (one.parent && known.has(one.parent) ? one.parent : null) === parent)
      .map((one) => {
        const children = under(one.id);
        return children.length > 0 ? { ...one, children } : one;
      });
  return under(null);
}

/** A department and all within it. */
export function below(all: readonly Department[], id: string): Set<string> {
  const found = new Set([id]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const { id: one, parent } of all) if (parent && found.has(parent)) found.add(one);
  }
  return found;
}

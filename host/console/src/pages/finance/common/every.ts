import { fetcher, type Schemas } from '../../../api/client';

type Instruction = Schemas['RefundInstruction'];

/** All refund instructions, page by page; it stops when told to, and says how far it is. */
export async function every(state: Schemas['RefundState'] | undefined, signal: AbortSignal, so_far: (count: number) => void): Promise<Instruction[]> {
  const found: Instruction[] = [];
  let after: string | undefined;
  do {
    const query = { limit: 200, ...(state ? { state } : {}), ...(after ? { after } : {}) };
    const { data, error } = await fetcher.GET('/api/v1/refund-instructions', { params: { query }, signal });
    if (error) throw error as unknown as Error;
    found.push(...data.items);
    so_far(found.length);
    after = data.next ?? undefined;
  } while (after);
  return found;
}

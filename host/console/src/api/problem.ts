import type { components } from './schema';

/** What the server says when it refuses (RFC 9457). */
export type Problem = components['schemas']['Problem'];

/** True for an answer of the server; anything else never reached it. */
export function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'detail' in error;
}

/** What is wrong with one place of what was sent, by its JSON pointer. */
export function faults(error: unknown): { pointer: string; message: string }[] {
  if (!isProblem(error)) return [];
  return (error.errors ?? []).map((fault) => ({ pointer: fault.pointer, message: fault.message }));
}

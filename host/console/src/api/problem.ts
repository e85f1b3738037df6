import type { components } from './schema';

/** What the server says when it refuses (RFC 9457). */
export type Problem = components['schemas']['Problem'];

/** What is wrong with one place of what was sent, by its JSON pointer. */
export type Fault = components['schemas']['ProblemFault'];

/** True for an answer of the server; anything else never reached it. */
export function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'detail' in error;
}

/** Every place that the server found wrong. */
export function faults(error: unknown): Fault[] {
  return isProblem(error) ? (error.errors ?? []) : [];
}

import { inject } from 'vitest';
import type { Running } from './server';

/** The server of the worker that a story runs in: no other story changes the shop meanwhile. */
export const server: Running = (() => {
  const servers = inject('servers');
  const one = servers[(Number(process.env.VITEST_POOL_ID) - 1) % servers.length];
  if (!one) throw new Error('no server was started for this worker');
  return one;
})();

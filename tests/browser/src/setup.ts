import { readFileSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { demoEntry, type Running, start } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each worker. */
    servers: Running[];
  }
}

/**
 * A server with the demo shop for each worker; each story makes what it needs. While pages are written the stories can go to a server that
 * runs already, as `npm run dev` shows it: REDRESS_SERVER is its address, REDRESS_DEMO the file with its demo keys.
 */
export default async function setup(project: TestProject) {
  const { REDRESS_SERVER: url, REDRESS_DEMO: demo } = process.env;
  if (url && demo) {
    project.provide('servers', [{ url, ...demoEntry(readFileSync(demo, 'utf8')) }]);
    return;
  }
  const begun = await Promise.allSettled(Array.from({ length: project.vitest.config.maxWorkers }, () => start()));
  const servers = begun.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const stop = () => Promise.all(servers.map((one) => one.stop()));
  const failed = begun.find((one) => one.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  project.provide('servers', servers.map(({ running }) => running));
  return stop;
}

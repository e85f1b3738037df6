import { readFileSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { demoEntry, type Running, start } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    server: Running;
  }
}

/**
 * One server with the demo shop for all stories; each makes what it needs. While pages are written the stories can go to a server that
 * runs already, as `npm run dev` shows it: REDRESS_SERVER is its address, REDRESS_DEMO the file with its demo keys.
 */
export default async function setup(project: TestProject) {
  const { REDRESS_SERVER: url, REDRESS_DEMO: demo } = process.env;
  if (url && demo) {
    project.provide('server', { url, ...demoEntry(readFileSync(demo, 'utf8')) });
    return;
  }
  const { running, stop } = await start();
  project.provide('server', running);
  return stop;
}

import type { TestProject } from 'vitest/node';
import { type Running, start } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    server: Running;
  }
}

/** One server with the demo shop for all stories; each makes what it needs. */
export default async function setup(project: TestProject) {
  const { running, stop } = await start();
  project.provide('server', running);
  return stop;
}

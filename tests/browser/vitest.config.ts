import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: 'src/setup.ts',
    // Two files at once, each worker with a server of its own: a story waits more than it works. A server that runs already has one.
    maxWorkers: process.env.REDRESS_SERVER ? 1 : 2,
    // A story that fails is told once more from its beginning: the report names it, and a browser that was starved for a moment fails nobody.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});

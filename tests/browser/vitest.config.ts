import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: 'src/setup.ts',
    // One browser beside one server: two files at once would wait for each other.
    fileParallelism: false,
    // A story that fails is told once more from its beginning: the report names it, and a browser that was starved for a moment fails nobody.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});

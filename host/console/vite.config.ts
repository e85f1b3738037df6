import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vitest/config';

/** Lays a Brotli file beside every text file, so that the server need not compress while it serves. */
function brotli(): Plugin {
  let folder = '';
  return {
    name: 'brotli',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir;
    },
    closeBundle: () => {
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|svg)$/.test(file)) continue;
        const place = join(folder, file);
        writeFileSync(`${place}.br`, brotliCompressSync(readFileSync(place)));
      }
    },
  };
}

/** Where the server listens that `npm run dev` passes requests on to. */
const server = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

export default defineConfig({
  plugins: [react(), brotli()],
  // The form library names its usual validator for tests of its own; that one makes code of schemas, which the page's policy forbids.
  resolve: { alias: { '@rjsf/validator-ajv8': join(import.meta.dirname, 'src/parts/form/validator.ts') } },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: ['index.html', 'portal/index.html'] },
  },
  server: { proxy: { '/api': server, '/portal/v1': server } },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});

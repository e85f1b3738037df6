// Writes the types of the API from its OpenAPI document: `redress openapi | node scripts/types.mjs [--check]`.
// All refusals have one form, so the document's tables of them are folded into one before; that halves the file.
import { readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import openapiTS, { astToString } from 'openapi-typescript';

const document = JSON.parse(await text(process.stdin));
const refused = {
  description: 'Why it was refused.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
document.components.responses = { ...document.components.responses, Refused: refused };
for (const item of Object.values(document.paths)) {
  for (const operation of Object.values(item)) {
    if (!operation.responses) continue;
    const good = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
    operation.responses = { ...Object.fromEntries(good), default: { $ref: '#/components/responses/Refused' } };
  }
}

const types = `// Generated from the OpenAPI document by scripts/types.mjs; do not edit.\n${astToString(await openapiTS(document, { emptyObjectsUnknown: true }))}`;
const choices = Object.entries(document.components.schemas).filter(([, schema]) => schema.type === 'string' && schema.enum);
const values = [
  '// Generated from the OpenAPI document by scripts/types.mjs; do not edit.',
  '/** The names that the API knows, by schema: each has a word in both languages. */',
  'export const values = {',
  ...choices.map(([name, schema]) => `  ${name}: [${schema.enum.map((one) => `'${one}'`).join(', ')}],`),
  '} as const;',
  '',
].join('\n');

const stale = [];
for (const [file, content] of [['src/api/schema.d.ts', types], ['src/api/values.ts', values]]) {
  const place = new URL(`../${file}`, import.meta.url);
  if (!process.argv.includes('--check')) writeFileSync(place, content);
  else if (readFileSync(place, 'utf8') !== content) stale.push(file);
}
if (stale.length > 0) {
  console.error(`${stale.join(', ')} no longer match the OpenAPI document: run \`make console-types\` and commit what it writes`);
  process.exit(1);
}

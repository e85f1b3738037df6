import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Running } from './server';
import { type Answer, call } from './shop';

/** A plugin version as the API shows it. */
export interface Plugin extends Answer {
  name: string;
  version: string;
  digest: string;
}

/** The versions that the server has. */
export async function plugins(server: Running): Promise<Plugin[]> {
  const { items } = (await call(server, 'plugin_author', 'GET', '/plugins')) as Answer & { items: Plugin[] };
  return items;
}

/** A built stock component, as it lies on the disk of who made it. */
export function stock(name: string): Buffer {
  return readFileSync(resolve(import.meta.dirname, `../../../target/redress/${name}.wasm`));
}

/** The version of a stock plugin that the server has; it is sent when there is none. */
export async function storedVersion(server: Running, name: string): Promise<string> {
  const found = (await plugins(server)).find((plugin) => plugin.name === name);
  if (found) return found.version;
  const headers = { authorization: `Bearer ${server.keys.plugin_author}`, 'content-type': 'application/wasm', 'idempotency-key': randomUUID() };
  const answer = await fetch(`${server.url}/api/v1/plugins`, { method: 'POST', headers, body: new Uint8Array(stock(name)) });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as Plugin).version;
}

/**
 * The stock plugin for refunds as a version that the server does not have: the number that it gives of itself stands behind its name in
 * its bytes, so the next build of it differs in nothing else.
 */
export async function nextVersion(server: Running): Promise<{ version: string; bytes: Buffer }> {
  const present = new Set((await plugins(server)).map(({ name, version }) => `${name} ${version}`));
  const digit = () => Math.floor(Math.random() * 10);
  let version: string;
  do version = `${1 + Math.floor(Math.random() * 9)}.${digit()}.${digit()}`;
  while (present.has(`refund-tiers ${version}`));
  const bytes = stock('refund-tiers');
  const place = bytes.indexOf('refund-tiers1.0.0');
  if (place < 0) throw new Error('the stock plugin says its version otherwise');
  bytes.write(version, place + 'refund-tiers'.length, 'latin1');
  return { version, bytes };
}

/** Uploads a component without a page. */
export async function upload(server: Running, bytes: Buffer): Promise<Plugin> {
  const answer = await fetch(`${server.url}/api/v1/plugins`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.keys.plugin_author}`, 'content-type': 'application/wasm', 'idempotency-key': randomUUID() },
    body: new Uint8Array(bytes),
  });
  if (!answer.ok) throw new Error(`${answer.status} to an upload: ${await answer.text()}`);
  return (await answer.json()) as Plugin;
}

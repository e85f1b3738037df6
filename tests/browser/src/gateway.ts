import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Running } from './server';
import { type Answer, call, unique } from './shop';

const PLUGIN = resolve(import.meta.dirname, '../../../target/redress/stripe-refunds.wasm');

/**
 * A payment gateway whose address nobody has (RFC 2606), so that no refund over it is ever answered: each becomes unknown. `tender` is what
 * orders were paid with; `close` takes the gateway away again.
 */
export async function silentGateway(server: Running): Promise<{ tender: string; close: () => Promise<void> }> {
  const uploaded = await fetch(`${server.url}/api/v1/plugins`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.keys.plugin_author}`, 'content-type': 'application/wasm', 'idempotency-key': randomUUID() },
    body: readFileSync(PLUGIN),
  });
  if (!uploaded.ok) throw new Error(`${uploaded.status} to the upload of ${PLUGIN}: ${await uploaded.text()}`);
  const plugin = (await uploaded.json()) as Answer;
  for (const name of ['silent-key', 'silent-signing']) await call(server, 'admin', 'PUT', `/secrets/${name}`, { value: 'whsec_test' });
  const tender = unique('silent').replaceAll('-', '_');
  const gateway = await call(server, 'admin', 'POST', '/gateways', {
    tender,
    plugin: plugin.id,
    config: { base_url: 'https://stripe.invalid' },
    hosts: ['stripe.invalid'],
    secrets: { stripe_key: 'silent-key', stripe_webhook: 'silent-signing' },
  });
  return { tender, close: async () => void (await call(server, 'admin', 'DELETE', `/gateways/${gateway.id}`)) };
}

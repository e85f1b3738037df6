import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { nextVersion, type Plugin, plugins, storedVersion } from './component';
import { server } from './given';
import { agree } from './rule';
import { type Answer, call, unique } from './shop';
import { languages, words } from './words';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const choose = (page: Page, file: { name: string; bytes: Buffer }) =>
  page.locator('input[type="file"]').setInputFiles({ name: file.name, mimeType: 'application/wasm', buffer: file.bytes });

describe.each(languages)('a plugin comes and goes, in %s', (language) => {
  const t = words(language, 'pages/rules');
  const common = words(language);

  test('a file that is no component is refused with every finding; a new version is checked, looked at, and deleted', async () => {
    const before = await plugins(server);
    const { version, bytes } = await nextVersion(server);
    const { page, end } = await visit(browser, server, { role: 'plugin_author', language, dark: language === 'en' });
    let made: Plugin | undefined;
    try {
      await page.goto('/rules/plugins');
      await settled(page);
      await accessible(page);
      await picture(page, `plugins-${language}`);

      // Dropped on the page, as people do.
      const dropped = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        data.items.add(new File(['just some words'], 'notes.wasm'));
        return data;
      });
      await page.getByText(t('plugins.drop')).dispatchEvent('drop', { dataTransfer: dropped });
      const refusal = page.getByRole('alert').filter({ hasText: t('plugins.refused', { file: 'notes.wasm' }) });
      await refusal.getByText(t('plugins.finding.not_wasm')).waitFor();
      expect(await refusal.innerText()).toContain('it does not begin with \\0asm');
      await picture(page, `plugins-refused-${language}`);
      await accessible(page);
      expect(await plugins(server)).toEqual(before);

      // A slow line, and somebody who changes their mind.
      const held = '**/api/v1/plugins';
      await page.route(held, (route) => (route.request().method() === 'POST' ? undefined : route.fallback()));
      await choose(page, { name: 'refund-tiers.wasm', bytes });
      await page.getByRole('progressbar', { name: 'refund-tiers.wasm' }).waitFor();
      await page.getByRole('button', { name: common('actions.cancel') }).click();
      await page.getByRole('progressbar', { name: 'refund-tiers.wasm' }).waitFor({ state: 'detached' });
      await page.unroute(held);
      expect(await plugins(server)).toEqual(before);

      await choose(page, { name: 'refund-tiers.wasm', bytes });
      await page.getByRole('status').filter({ hasText: t('plugins.stored', { name: 'refund-tiers', version }) }).waitFor({ timeout: 60_000 });
      await expect.poll(async () => (made = (await plugins(server)).find((one) => one.version === version))?.name).toBe('refund-tiers');
      await picture(page, `plugins-stored-${language}`);

      await page.getByRole('link', { name: version, exact: true }).click();
      await page.getByRole('heading', { name: `refund-tiers ${version}` }).waitFor();
      await page.getByText(made?.digest ?? '', { exact: true }).waitFor();
      await picture(page, `plugin-version-${language}`);
      await accessible(page);
      await page.goBack();

      // The version that decides refunds stays, whoever wants it gone.
      await page.getByRole('button', { name: `${common('actions.delete')} refund-tiers 1.0.0` }).click();
      await agree(page, t('plugins.delete_used'));
      await page.getByRole('alert').filter({ hasText: 'is in use' }).waitFor();
      expect((await plugins(server)).some(({ name, version: one }) => name === 'refund-tiers' && one === '1.0.0')).toBe(true);

      await page.getByRole('button', { name: `${common('actions.delete')} refund-tiers ${version}` }).click();
      await agree(page, t('plugins.delete_hint'));
      await expect.poll(async () => await plugins(server)).toEqual(before);
      made = undefined;
      await page.getByRole('link', { name: version, exact: true }).waitFor({ state: 'detached' });
    } finally {
      if (made) await call(server, 'plugin_author', 'DELETE', `/plugins/${made.id}`);
    }
    await end();
  });
});

test('only who holds a trusted key signs a plugin, and its page says who did', async () => {
  const t = words('en', 'pages/rules');
  const common = words('en');
  const { version, bytes } = await nextVersion(server);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const text = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const signature = sign(null, createHash('sha256').update(bytes).digest(), privateKey).toString('base64');
  const holder = unique('Ada');
  const { page, end } = await visit(browser, server, { role: 'admin', language: 'en' });
  const signing = async () => ((await call(server, 'admin', 'GET', '/signing-keys')) as Answer & { items: { id: string; name: string }[] }).items.find(({ name }) => name === holder);
  try {
    await page.goto('/rules/plugins?tab=keys');
    await settled(page);
    await page.getByRole('button', { name: t('keys.add') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('keys.name')).fill(holder);
    await dialog.getByLabel(t('keys.public_key')).fill('no key at all');
    await dialog.getByText(t('keys.public_key_wrong')).waitFor();
    await accessible(page);
    await dialog.getByLabel(t('keys.public_key')).fill(text);
    await dialog.getByRole('button', { name: common('actions.save') }).click();
    await page.getByRole('row').filter({ hasText: holder }).getByText(text).waitFor();
    await picture(page, 'plugins-keys-en');
    await accessible(page);

    // From now on nothing comes in unsigned.
    await page.getByRole('switch', { name: t('keys.require') }).click();
    await agree(page, t('keys.require_ask'));
    await page.getByRole('switch', { name: t('keys.require'), checked: true }).waitFor();
    await page.getByRole('tab', { name: t('plugins.versions') }).click();
    await choose(page, { name: 'signed.wasm', bytes });
    await page.getByRole('alert').filter({ hasText: t('plugins.refused', { file: 'signed.wasm' }) }).getByText(t('plugins.finding.signature_required')).waitFor({ timeout: 60_000 });
    await accessible(page);
    await picture(page, 'plugins-unsigned-en');
    await page.getByLabel(t('plugins.signature'), { exact: true }).fill(`${signature.slice(0, 8)}AAAA${signature.slice(12)}`);
    await choose(page, { name: 'signed.wasm', bytes });
    await page.getByRole('alert').filter({ hasText: t('plugins.refused', { file: 'signed.wasm' }) }).getByText(t('plugins.finding.invalid_signature')).waitFor({ timeout: 60_000 });
    await page.getByLabel(t('plugins.signature'), { exact: true }).fill(signature);
    await page.getByRole('button', { name: common('actions.retry') }).click();
    await page.getByRole('status').filter({ hasText: t('plugins.stored', { name: 'refund-tiers', version }) }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: common('actions.details') }).click();
    await page.getByRole('row').filter({ hasText: t('signed_by') }).getByText(holder).waitFor();
    await page.getByRole('button', { name: `${common('actions.delete')} refund-tiers ${version}` }).click();
    await agree(page, t('plugins.delete_hint'));
    await page.getByRole('heading', { name: t('plugins.title') }).waitFor();

    await page.getByRole('tab', { name: t('keys.title') }).click();
    await page.getByRole('switch', { name: t('keys.require') }).click();
    await agree(page, t('keys.open_ask'));
    await page.getByRole('switch', { name: t('keys.require'), checked: false }).waitFor();
    await page.getByRole('button', { name: `${t('keys.remove')} ${holder}` }).click();
    await agree(page, t('keys.remove_hint'));
    await page.getByRole('row').filter({ hasText: holder }).waitFor({ state: 'detached' });
    expect(await signing()).toBeUndefined();
  } finally {
    await call(server, 'admin', 'PUT', '/signing-keys/policy', { required: false });
    const left = (await plugins(server)).find((one) => one.version === version);
    if (left) await call(server, 'admin', 'DELETE', `/plugins/${left.id}`);
    const key = await signing();
    if (key) await call(server, 'admin', 'DELETE', `/signing-keys/${key.id}`);
  }
  await end();
});

/** Names of settings, constants and texts of a schema. */
function said(schema: unknown): { names: string[]; values: string[]; texts: string[] } {
  const found = { names: [] as string[], values: [] as string[], texts: [] as string[] };
  const walk = (part: unknown) => {
    if (Array.isArray(part)) return part.forEach(walk);
    if (typeof part !== 'object' || part === null) return;
    const { properties, description, const: constant, default: _, ...rest } = part as Record<string, unknown>;
    if (typeof description === 'string') found.texts.push(description);
    if (typeof constant === 'string') found.values.push(constant);
    if (typeof properties === 'object' && properties !== null) {
      found.names.push(...Object.keys(properties));
      Object.values(properties).forEach(walk);
    }
    Object.values(rest).forEach(walk);
  };
  walk(schema);
  return found;
}

test('every setting of the plugins that come with Redress has its words in Chinese', async () => {
  const stocked = ['router', 'refund-tiers', 'fraud-history', 'notify-templates', 'decision-table', 'stripe-refunds', 'wechat-pay-refunds'];
  for (const name of stocked) await storedVersion(server, name);
  const all = (await plugins(server)).filter(({ name }) => stocked.includes(name));
  expect(new Set(all.map(({ name }) => name)).size).toBe(stocked.length);
  const file = resolve(import.meta.dirname, '../../../host/console/src/parts/form/words/stock.zh-CN.json');
  const known = JSON.parse(readFileSync(file, 'utf8')) as Record<'names' | 'values' | 'texts', Record<string, string>>;
  const missing = all.flatMap((plugin) => {
    const { names, values, texts } = said(plugin.config_schema);
    const lacks = (kind: keyof typeof known, words: string[]) => words.filter((one) => !known[kind][one]).map((one) => `${plugin.name} ${kind}: ${one}`);
    return [...lacks('names', names), ...lacks('values', values), ...lacks('texts', [...texts, String(plugin.description)])];
  });
  expect(missing).toEqual([]);
});

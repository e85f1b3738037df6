import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { nextVersion, type Plugin, plugins, upload } from './component';
import { type Answer, call, ticket, unique } from './shop';
import { languages, say, words } from './words';

const server = inject('server');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Binding extends Answer {
  key: string;
  plugin: string;
  plugin_version: string;
  mode: string;
  percent: number;
  order: number;
  version: number;
  enabled: boolean;
  config: { tiers: Record<string, { up_to?: number | null }[]> };
  guardrails: Record<string, unknown>;
}

async function bindings(hook = 'refund-approval'): Promise<Binding[]> {
  const { items } = (await call(server, 'supervisor', 'GET', `/bindings?hook=${hook}`)) as Answer & { items: Binding[] };
  return items;
}

async function named(key: string, hook?: string): Promise<Binding> {
  const found = (await bindings(hook)).find((one) => one.key === key);
  if (!found) throw new Error(`there is no rule ${key}`);
  return found;
}

const choose = (page: Page, file: { name: string; bytes: Buffer }) =>
  page.locator('input[type="file"]').setInputFiles({ name: file.name, mimeType: 'application/wasm', buffer: file.bytes });
/** What asks before something is done. */
const confirm = (page: Page) => page.getByRole('tooltip').or(page.getByRole('dialog')).filter({ visible: true }).getByRole('button').last();

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
      await page.getByText(t('plugins.delete_used')).waitFor();
      await confirm(page).click();
      await page.getByRole('alert').filter({ hasText: 'is in use' }).waitFor();
      expect((await plugins(server)).some(({ name, version: one }) => name === 'refund-tiers' && one === '1.0.0')).toBe(true);

      await page.getByRole('button', { name: `${common('actions.delete')} refund-tiers ${version}` }).click();
      await page.getByText(t('plugins.delete_hint')).waitFor();
      await confirm(page).click();
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

    await page.getByRole('tab', { name: t('plugins.versions') }).click();
    await page.getByRole('button', { name: t('plugins.signature_optional') }).click();
    await page.getByLabel(t('plugins.signature')).fill(`${signature.slice(0, 8)}AAAA${signature.slice(12)}`);
    await choose(page, { name: 'signed.wasm', bytes });
    await page.getByRole('alert').filter({ hasText: t('plugins.refused', { file: 'signed.wasm' }) }).getByText(t('plugins.finding.invalid_signature')).waitFor({ timeout: 60_000 });
    await page.getByLabel(t('plugins.signature')).fill(signature);
    await page.getByRole('button', { name: common('actions.retry') }).click();
    await page.getByRole('status').filter({ hasText: t('plugins.stored', { name: 'refund-tiers', version }) }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: common('actions.details') }).click();
    await page.getByRole('row').filter({ hasText: t('signed_by') }).getByText(holder).waitFor();
    await page.getByRole('button', { name: `${common('actions.delete')} refund-tiers ${version}` }).click();
    await confirm(page).click();
    await page.getByRole('heading', { name: t('plugins.title') }).waitFor();

    await page.getByRole('tab', { name: t('keys.title') }).click();
    await page.getByRole('button', { name: `${t('keys.remove')} ${holder}` }).click();
    await confirm(page).click();
    await page.getByRole('row').filter({ hasText: holder }).waitFor({ state: 'detached' });
    expect(await signing()).toBeUndefined();
  } finally {
    const left = (await plugins(server)).find((one) => one.version === version);
    if (left) await call(server, 'admin', 'DELETE', `/plugins/${left.id}`);
    const key = await signing();
    if (key) await call(server, 'admin', 'DELETE', `/signing-keys/${key.id}`);
  }
  await end();
});

/** A refund of 66.00: above what the demo shop lets pass by itself, below what the candidate does. */
const wish = () => ticket(server, { bought: { sku: unique('BOWL'), title: '陶瓷碗', category: 'pet_food', minor: 6_600 } });

test('a candidate is watched in the shadow, decides a share, takes over, and is taken back', async () => {
  const t = words('zh-CN', 'pages/rules');
  const common = words('zh-CN');
  const base = await named('refund-tiers');
  const key = unique('tiers');
  const { version, bytes } = await nextVersion(server);
  const plugin = await upload(server, bytes);
  const { page, end } = await visit(browser, server, { role: 'supervisor' });
  let held: string | undefined;
  try {
    await page.goto(`/rules/bindings/${base.id}`);
    await settled(page);
    await page.getByRole('button', { name: t('bindings.try_beside') }).click();
    await page.getByLabel(t('column.plugin')).click();
    await page.getByTitle(`refund-tiers ${version}`).click();
    await page.getByLabel(t('tiers.up_to_step', { step: 1 })).fill('80');
    await page.getByLabel(t('bindings.create.key')).fill(key);
    await accessible(page);
    await picture(page, 'rules-new-zh-CN');
    await page.getByRole('button', { name: t('bindings.create.start.shadow') }).click();
    await page.getByRole('heading', { name: key }).waitFor();
    await page.getByText(t('bindings.trial.nothing')).waitFor();
    const shadow = await named(key);
    expect(shadow).toMatchObject({ mode: 'shadow', enabled: true, plugin_version: version, replaces: base.id });

    // Nothing follows from a shadow.
    const first = await wish();
    expect(first).toMatchObject({ case: 'approval' });
    await page.reload();
    await settled(page);
    const differs = page.getByRole('row').filter({ hasText: say('zh-CN', 'Difference', 'outcome') });
    await differs.getByText('¥66.00').waitFor();
    await differs.getByRole('button').click();
    await page.locator(`a[href="/tickets/${first.id}"]`).waitFor();
    await picture(page, 'rules-divergence-zh-CN');
    await accessible(page);

    // What it may pay in an hour, and a past case that nobody may change unsigned.
    await page.getByRole('tab', { name: t('bindings.tab.guardrails') }).click();
    await page.getByRole('checkbox', { name: `${t('bindings.guard.limit.approved_amount')} ${t('bindings.guard.hint.approved_amount')}`, exact: true }).check();
    await page.getByRole('textbox', { name: t('bindings.guard.limit.approved_amount'), exact: true }).fill('30000');
    await accessible(page);
    await picture(page, 'rules-guardrails-zh-CN');
    await page.getByRole('button', { name: t('bindings.guard.save') }).click();
    await expect.poll(async () => (await named(key)).guardrails.approved_amount).toEqual({ minor: 3_000_000, currency: 'CNY' });

    const { items } = (await call(server, 'supervisor', 'GET', `/tickets/${first.id}/decisions`)) as Answer & { items: { id: string; hook: string; role: string }[] };
    held = items.find(({ hook, role }) => hook === 'refund-approval' && role === 'active')?.id;
    if (!held) throw new Error('the refund was not decided');
    await page.getByRole('tab', { name: t('bindings.tab.golden') }).click();
    await page.getByLabel(t('bindings.golden.decisions'), { exact: true }).fill(held);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByLabel(t('bindings.golden.note'), { exact: true }).fill('陶瓷碗要主管看');
    await page.getByRole('button', { name: t('bindings.golden.hold') }).click();
    await page.getByRole('row').filter({ hasText: '陶瓷碗要主管看' }).waitFor();
    await page.getByRole('button', { name: t('bindings.golden.run'), exact: true }).click();
    await page.getByRole('status').filter({ hasText: '陶瓷碗要主管看' }).waitFor({ timeout: 30_000 });
    await picture(page, 'rules-golden-zh-CN');
    await accessible(page);

    await page.getByRole('tab', { name: t('bindings.tab.trial') }).click();
    const share = page.getByRole('slider', { name: t('bindings.trial.share') });
    await share.focus();
    for (let step = 0; step < 15; step += 1) await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: t('bindings.trial.let_decide', { percent: 25 }) }).click();
    await page.getByLabel(t('bindings.golden.sign_reason')).fill('大促放宽');
    await accessible(page);
    await picture(page, 'rules-sign-off-zh-CN');
    await page.getByRole('button', { name: t('bindings.golden.sign') }).click();
    await expect.poll(async () => await named(key)).toMatchObject({ mode: 'canary', percent: 25 });
    await page.getByRole('button', { name: t('bindings.trial.set_share') }).waitFor();
    await page.getByRole('region', { name: t('bindings.trial.so_far') }).waitFor();
    await picture(page, 'rules-canary-zh-CN');
    await accessible(page);

    await page.getByRole('button', { name: t('bindings.trial.promote') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(t('bindings.trial.effect_guard.own')).waitFor();
    await dialog.getByLabel(t('reason')).fill('灰度一天正常');
    await accessible(page);
    await picture(page, 'rules-promote-zh-CN');
    await dialog.getByRole('button', { name: t('bindings.trial.promote') }).click();
    await dialog.getByLabel(t('bindings.golden.sign_reason')).fill('大促放宽');
    await dialog.getByRole('button', { name: t('bindings.golden.sign') }).click();
    await page.getByRole('heading', { name: 'refund-tiers', exact: true }).waitFor();
    expect(await named('refund-tiers')).toMatchObject({ id: base.id, mode: 'active', plugin_version: version, guardrails: { approved_amount: { minor: 3_000_000 } } });
    expect((await bindings()).some((one) => one.key === key)).toBe(false);
    expect(await wish()).toMatchObject({ case: 'settling', money: 'refund_pending' });

    await page.getByRole('tab', { name: t('history') }).click();
    await page.getByRole('row').filter({ hasText: '灰度一天正常' }).first().waitFor();
    await page.getByRole('button', { name: t('roll_back') }).click();
    await confirm(page).click();
    await expect.poll(async () => (await named('refund-tiers')).config).toEqual(base.config);
    expect(await named('refund-tiers')).toMatchObject({ plugin_version: base.plugin_version, guardrails: base.guardrails });
    expect(await wish()).toMatchObject({ case: 'approval' });

    await page.getByRole('tab', { name: t('bindings.tab.golden') }).click();
    await page.getByRole('button', { name: `${t('bindings.golden.remove')} 陶瓷碗要主管看` }).click();
    await confirm(page).click();
    await page.getByText(t('bindings.golden.empty')).or(page.getByText(common('deleted'))).first().waitFor();
    held = undefined;
  } finally {
    const left = (await bindings()).find((one) => one.key === key);
    if (left) await call(server, 'supervisor', 'DELETE', `/bindings/${left.id}`);
    if (held) await call(server, 'supervisor', 'DELETE', `/bindings/${base.id}/golden/${held}`);
    const now = await named('refund-tiers');
    if (now.plugin !== base.plugin || JSON.stringify(now.config) !== JSON.stringify(base.config)) {
      await call(server, 'supervisor', 'PATCH', `/bindings/${now.id}`, { plugin: base.plugin, config: base.config, guardrails: base.guardrails, reason: 'back' });
    }
    await call(server, 'plugin_author', 'DELETE', `/plugins/${plugin.id}`);
  }
  await end();
});

test('a guardrail takes a canary back by itself, and the page says so', async () => {
  const t = words('en', 'pages/rules');
  const common = words('en');
  const base = await named('refund-tiers');
  const key = unique('generous');
  const { page, end } = await visit(browser, server, { role: 'supervisor', language: 'en' });
  try {
    await page.goto(`/rules/bindings/new?from=${base.id}`);
    await settled(page);
    await page.getByRole('radio', { name: new RegExp(say('en', 'BindingMode', 'canary')) }).check();
    await page.getByRole('slider', { name: t('bindings.trial.share') }).focus();
    await page.keyboard.press('End');
    await page.getByLabel(t('tiers.up_to_step', { step: 1 })).fill('80');
    await page.getByRole('button', { name: t('bindings.tab.guardrails') }).click();
    await page.getByRole('checkbox', { name: `${t('bindings.guard.limit.approved_amount')} ${t('bindings.guard.hint.approved_amount')}`, exact: true }).check();
    await page.getByRole('textbox', { name: t('bindings.guard.limit.approved_amount'), exact: true }).fill('50');
    await page.getByLabel(t('bindings.create.key')).fill(key);
    await page.getByRole('button', { name: t('bindings.create.start.canary') }).click();
    await page.getByRole('heading', { name: key }).waitFor();
    expect(await named(key)).toMatchObject({ mode: 'canary', percent: 100, replaces: base.id, guardrails: { approved_amount: { minor: 5_000, currency: 'CNY' } } });

    expect(await wish()).toMatchObject({ case: 'settling' });
    await expect.poll(async () => (await named(key)).enabled, { timeout: 20_000 }).toBe(false);
    expect(await wish()).toMatchObject({ case: 'approval' });

    await page.getByText(t('bindings.taken.stopped')).waitFor();
    await picture(page, 'rules-guardrail-hit-en');
    await accessible(page);
    await page.getByRole('tab', { name: t('history') }).click();
    await page.getByRole('row').filter({ hasText: say('en', 'RevisionAction', 'guardrail_hit') }).waitFor();
    await accessible(page);

    await page.getByRole('button', { name: `${common('actions.delete')} ${key}` }).click();
    await confirm(page).click();
    await page.getByRole('heading', { name: t('title') }).waitFor();
  } finally {
    const left = (await bindings()).find((one) => one.key === key);
    if (left) await call(server, 'supervisor', 'DELETE', `/bindings/${left.id}`);
  }
  await end();
});

test('rules are put in order by keyboard and by mouse', async () => {
  const t = words('en', 'pages/rules');
  const common = words('en');
  const first = await named('router', 'routing');
  const key = unique('second');
  const second = await call(server, 'supervisor', 'POST', '/bindings', { hook: 'routing', plugin: first.plugin, config: first.config, mode: 'shadow', key });
  const order = async () => (await bindings('routing')).sort((a, b) => a.order - b.order).map((one) => one.key).filter((one) => one === key || one === 'router');
  expect(await order()).toEqual(['router', key]);
  const { page, end } = await visit(browser, server, { role: 'supervisor', language: 'en', dark: true });
  let there = true;
  try {
    await page.goto('/rules');
    await settled(page);
    await page.getByRole('button', { name: t('bindings.up', { name: key }) }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(order).toEqual([key, 'router']);
    await page.getByRole('button', { name: t('bindings.up', { name: key }), disabled: true }).waitFor();
    await accessible(page);
    await picture(page, 'rules-order-en-dark');

    const grip = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) }).getByTitle(t('bindings.drag'));
    await settled(page);
    await grip(key).hover();
    await page.mouse.down();
    const under = await grip('router').boundingBox();
    if (!under) throw new Error('nothing to drop on');
    await page.mouse.move(under.x + 4, under.y + 10, { steps: 8 });
    await page.mouse.move(under.x + 4, under.y + under.height, { steps: 4 });
    await page.mouse.up();
    await expect.poll(order).toEqual(['router', key]);

    await settled(page);
    await page.getByRole('button', { name: `${t('bindings.disable')} ${key}` }).click();
    await confirm(page).click();
    await expect.poll(async () => (await named(key, 'routing')).enabled).toBe(false);
    await page.getByRole('button', { name: `${t('bindings.enable')} ${key}` }).waitFor();
    await page.getByRole('button', { name: `${common('actions.delete')} ${key}` }).click();
    await confirm(page).click();
    await page.getByRole('link', { name: key, exact: true }).waitFor({ state: 'detached' });
    there = false;
    expect(await order()).toEqual(['router']);
  } finally {
    if (there) await call(server, 'supervisor', 'DELETE', `/bindings/${second.id}`);
  }
  await end();
});

test('another version is put to work with the settings as they are, and a rule that somebody else changed is not overwritten', async () => {
  const t = words('en', 'pages/rules');
  const common = words('en');
  const base = await named('refund-tiers');
  const { version, bytes } = await nextVersion(server);
  const plugin = await upload(server, bytes);
  const key = unique('kept');
  const made = await call(server, 'supervisor', 'POST', '/bindings', { hook: 'refund-approval', plugin: base.plugin, config: base.config, mode: 'shadow', replaces: base.id, key });
  const { page, end } = await visit(browser, server, { role: 'supervisor', language: 'en', phone: true });
  let there = true;
  try {
    await page.goto(`/rules/bindings/${made.id}`);
    await settled(page);
    await accessible(page);
    await picture(page, 'rules-trial-en-phone');
    await page.getByRole('button', { name: t('bindings.upgrade.button') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(version, { exact: true }).waitFor();
    await accessible(page);
    await picture(page, 'rules-upgrade-en-phone');
    await dialog.getByRole('button', { name: t('bindings.upgrade.ok') }).click();
    await page.getByRole('link', { name: `refund-tiers ${version}` }).waitFor();
    expect(await named(key)).toMatchObject({ plugin: plugin.id, config: base.config });

    // All parts of the page stand in one list on a phone.
    await page.getByRole('combobox', { name: t('bindings.parts') }).click();
    await page.getByTitle(t('settings'), { exact: true }).click();
    await page.getByLabel(t('tiers.up_to_step', { step: 1 })).fill('60');
    await page.getByLabel(t('reason')).fill('a little more');
    await call(server, 'admin', 'PATCH', `/bindings/${made.id}`, { percent: 90, reason: 'meanwhile' });
    await page.getByRole('button', { name: common('actions.save') }).click();
    await page.getByText(t('bindings.overtaken.title')).waitFor();
    expect(await page.getByLabel(t('tiers.up_to_step', { step: 1 })).inputValue()).toBe('60');
    await accessible(page);
    await page.getByRole('button', { name: t('bindings.overtaken.keep') }).click();
    await page.getByRole('button', { name: common('actions.save') }).click();
    await expect.poll(async () => (await named(key)).config.tiers.CNY?.[0]?.up_to).toBe(6_000);
    expect(await named(key)).toMatchObject({ percent: 90 });

    await page.getByRole('button', { name: `${common('actions.delete')} ${key}` }).click();
    await confirm(page).click();
    await page.getByRole('heading', { name: t('title') }).waitFor();
    there = false;
    expect((await bindings()).some((one) => one.key === key)).toBe(false);
  } finally {
    if (there) await call(server, 'supervisor', 'DELETE', `/bindings/${made.id}`);
    await call(server, 'plugin_author', 'DELETE', `/plugins/${plugin.id}`);
  }
  await end();
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { nextVersion, upload } from './component';
import { server } from './given';
import { agree, bindings, named, wish } from './rule';
import { type Answer, call, unique } from './shop';
import { say, words } from './words';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a candidate is watched in the shadow, decides a share, takes over, and is taken back', async () => {
  const t = words('zh-CN', 'pages/rules');
  const common = words('zh-CN');
  const base = await named(server, 'refund-tiers');
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
    const shadow = await named(server, key);
    expect(shadow).toMatchObject({ mode: 'shadow', enabled: true, plugin_version: version, replaces: base.id });

    // Nothing follows from a shadow.
    const first = await wish(server);
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
    await expect.poll(async () => (await named(server, key)).guardrails.approved_amount).toEqual({ minor: 3_000_000, currency: 'CNY' });

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
    await expect.poll(async () => await named(server, key)).toMatchObject({ mode: 'canary', percent: 25 });
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
    expect(await named(server, 'refund-tiers')).toMatchObject({ id: base.id, mode: 'active', plugin_version: version, guardrails: { approved_amount: { minor: 3_000_000 } } });
    expect((await bindings(server)).some((one) => one.key === key)).toBe(false);
    expect(await wish(server)).toMatchObject({ case: 'settling', money: 'refund_pending' });

    await page.getByRole('tab', { name: t('history') }).click();
    await page.getByRole('row').filter({ hasText: '灰度一天正常' }).first().waitFor();
    await page.getByRole('button', { name: t('roll_back') }).click();
    await agree(page, t('roll_back_ask'));
    await expect.poll(async () => (await named(server, 'refund-tiers')).config).toEqual(base.config);
    expect(await named(server, 'refund-tiers')).toMatchObject({ plugin_version: base.plugin_version, guardrails: base.guardrails });
    expect(await wish(server)).toMatchObject({ case: 'approval' });

    await page.getByRole('tab', { name: t('bindings.tab.golden') }).click();
    await page.getByRole('button', { name: `${t('bindings.golden.remove')} 陶瓷碗要主管看` }).click();
    await agree(page, t('bindings.golden.remove_ask'));
    await page.getByText(t('bindings.golden.empty')).or(page.getByText(common('deleted'))).first().waitFor();
    held = undefined;
  } finally {
    const left = (await bindings(server)).find((one) => one.key === key);
    if (left) await call(server, 'supervisor', 'DELETE', `/bindings/${left.id}`);
    if (held) await call(server, 'supervisor', 'DELETE', `/bindings/${base.id}/golden/${held}`);
    const now = await named(server, 'refund-tiers');
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
  const base = await named(server, 'refund-tiers');
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
    expect(await named(server, key)).toMatchObject({ mode: 'canary', percent: 100, replaces: base.id, guardrails: { approved_amount: { minor: 5_000, currency: 'CNY' } } });

    expect(await wish(server)).toMatchObject({ case: 'settling' });
    await expect.poll(async () => (await named(server, key)).enabled, { timeout: 20_000 }).toBe(false);
    expect(await wish(server)).toMatchObject({ case: 'approval' });

    await page.getByText(t('bindings.taken.stopped')).waitFor();
    await picture(page, 'rules-guardrail-hit-en');
    await accessible(page);
    await page.getByRole('tab', { name: t('history') }).click();
    await page.getByRole('row').filter({ hasText: say('en', 'RevisionAction', 'guardrail_hit') }).waitFor();
    await accessible(page);

    await page.getByRole('button', { name: `${common('actions.delete')} ${key}` }).click();
    await agree(page, t('bindings.delete_hint'));
    await page.getByRole('heading', { name: t('title') }).waitFor();
  } finally {
    const left = (await bindings(server)).find((one) => one.key === key);
    if (left) await call(server, 'supervisor', 'DELETE', `/bindings/${left.id}`);
  }
  await end();
});

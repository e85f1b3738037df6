import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { nextVersion, upload } from './component';
import { server } from './given';
import { agree, bindings, named, wish } from './rule';
import { call, unique } from './shop';
import { say, words } from './words';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A table that lets small amounts pass, as the plugin of tables keeps it. */
const table = {
  name: '金额分层',
  hook: 'refund-approval',
  hit: 'unique',
  currency: 'CNY',
  inputs: [{ label: '金额', expression: 'request.amount', type: 'money' }],
  outputs: ['verdict', 'role'],
  rows: [
    { id: 'small', when: ['<= 900000'], then: ['approve', ''] },
    { id: 'large', when: ['> 900000'], then: ['needs_approval', 'supervisor'] },
  ],
};
const reminder = { name: 'late', hook: 'schedule', inputs: [{ label: 'x', expression: 'ticket.priority', type: 'text' }], outputs: ['add_tags'], rows: [{ id: 'a', when: ['-'], then: ['late'] }] };

test('a table says which of its rows were used, what it may do, and when it is asked', async () => {
  const t = words('zh-CN', 'pages/rules');
  const common = words('zh-CN');
  const [tiers, clock] = [unique('table'), unique('clock')];
  const made = await call(server, 'supervisor', 'POST', '/bindings', { hook: 'refund-approval', plugin: 'decision-table', config: table, mode: 'shadow', key: tiers });
  const timed = await call(server, 'supervisor', 'POST', '/bindings', { hook: 'schedule', plugin: 'decision-table', config: reminder, enabled: false, key: clock, timetable: { cron: '0 9 * * *', utc_offset_minutes: 480 } });
  const { page, end } = await visit(browser, server, { role: 'supervisor', dark: true });
  try {
    await wish(server);
    await page.goto(`/rules/bindings/${made.id}?tab=coverage`);
    await settled(page);
    await page.getByText(t('bindings.coverage.never', { rows: 'large' })).waitFor();
    await page.getByRole('row').filter({ hasText: 'small' }).getByRole('link').waitFor();
    await accessible(page);
    await picture(page, 'rules-coverage-zh-CN-dark');

    await page.getByRole('tab', { name: t('bindings.tab.grants') }).click();
    await page.getByRole('checkbox', { name: `${say('zh-CN', 'Capability', 'history')} ${t('bindings.grants.history')}` }).uncheck();
    await accessible(page);
    await page.getByRole('button', { name: common('actions.save') }).click();
    await expect.poll(async () => (await named(server, tiers)).grants?.includes('history')).toBe(false);
    expect((await named(server, tiers)).grants).toContain('parameters');

    await page.goto(`/rules/bindings/${timed.id}?tab=timetable`);
    await settled(page);
    await page.getByLabel(t('bindings.timetable.cron')).fill('every now and then');
    await page.getByRole('button', { name: common('actions.save') }).click();
    await page.getByRole('alert').filter({ hasText: 'timetable' }).waitFor();
    expect(await page.getByLabel(t('bindings.timetable.cron')).inputValue()).toBe('every now and then');
    await page.getByLabel(t('bindings.timetable.often')).click();
    await page.getByTitle(t('bindings.timetable.preset.1')).click();
    await page.getByRole('button', { name: common('actions.save') }).click();
    await expect.poll(async () => (await named(server, clock, 'schedule')).timetable?.cron).toBe('@hourly');
    await page.getByRole('alert').filter({ hasText: 'timetable' }).waitFor({ state: 'detached' });
    await page.getByText(t('bindings.taken.off')).waitFor();
    await picture(page, 'rules-timetable-zh-CN-dark');
  } finally {
    for (const { id } of [made, timed]) await call(server, 'supervisor', 'DELETE', `/bindings/${id}`);
  }
  await end();
});

test('rules are put in order by keyboard and by mouse', async () => {
  const t = words('en', 'pages/rules');
  const common = words('en');
  const first = await named(server, 'router', 'routing');
  const key = unique('second');
  const second = await call(server, 'supervisor', 'POST', '/bindings', { hook: 'routing', plugin: first.plugin, config: first.config, mode: 'shadow', key });
  const order = async () => (await bindings(server, 'routing')).sort((a, b) => a.order - b.order).map((one) => one.key).filter((one) => one === key || one === 'router');
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
    await agree(page, t('bindings.disable_ask', { name: key }));
    await expect.poll(async () => (await named(server, key, 'routing')).enabled).toBe(false);
    await page.getByRole('button', { name: `${t('bindings.enable')} ${key}` }).waitFor();
    await page.getByRole('button', { name: `${common('actions.delete')} ${key}` }).click();
    await agree(page, t('bindings.delete_hint'));
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
  const base = await named(server, 'refund-tiers');
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
    expect(await named(server, key)).toMatchObject({ plugin: plugin.id, config: base.config });

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
    await expect.poll(async () => (await named(server, key)).config.tiers.CNY?.[0]?.up_to).toBe(6_000);
    expect(await named(server, key)).toMatchObject({ percent: 90 });

    await page.getByRole('button', { name: `${common('actions.delete')} ${key}` }).click();
    await agree(page, t('bindings.delete_hint'));
    await page.getByRole('heading', { name: t('title') }).waitFor();
    there = false;
    expect((await bindings(server)).some((one) => one.key === key)).toBe(false);
  } finally {
    if (there) await call(server, 'supervisor', 'DELETE', `/bindings/${made.id}`);
    await call(server, 'plugin_author', 'DELETE', `/plugins/${plugin.id}`);
  }
  await end();
});

test('settings that a plugin refuses are told at their field, as the form calls them and in the reader\'s language', async () => {
  const common = words('zh-CN');
  const t = words('zh-CN', 'pages/rules');
  const stock = words('zh-CN', 'parts/form', 'stock.');
  const rule = await named(server, 'fraud-history', 'fraud-scoring');
  const { page, end } = await visit(browser, server, { role: 'supervisor' });
  await page.goto(`/rules/bindings/${rule.id}?tab=settings`);
  await settled(page);
  const group = page.getByRole('group', { name: stock('names.repeat'), exact: true });
  const weight = group.getByLabel(stock('names.weight'), { exact: true });
  await weight.fill('1000');
  await page.getByLabel(t('reason')).fill('试一试');
  await page.getByRole('button', { name: common('actions.save') }).click();
  const why = stock('texts.give a share of the score from 0 (off) to 100');
  await page.getByRole('alert').getByText(`${stock('names.repeat')} › ${stock('names.weight')} · ${why}`).waitFor();
  await group.getByText(why, { exact: true }).waitFor();
  await group.getByRole('textbox', { name: stock('names.parameter') }).first().fill('');
  await group.getByText(words('zh-CN', 'parts/form')('wrong.required'), { exact: true }).waitFor();
  await accessible(page);
  await picture(page, 'rules-refused-settings-zh-CN');
  expect((await named(server, 'fraud-history', 'fraud-scoring')).config).toEqual(rule.config);
  await end();
});

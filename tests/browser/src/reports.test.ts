import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { server } from './given';
import { type Answer, call, ticket, unique } from './shop';
import { languages, say, words } from './words';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });

async function open(page: Page, path: string) {
  await page.goto(path);
  await settled(page);
}

/** How many tickets the server counts in a report's result. */
async function counted(id: string): Promise<number> {
  const result = await call(server, 'supervisor', 'GET', `/reports/${id}/result`);
  return (result.rows as number[][]).reduce((sum, row) => sum + Number(row.at(-1)), 0);
}

describe.each(languages)('%s', (language) => {
  const t = words(language, 'pages/reports');
  const dark = language === 'en';

  test.each(['', 'board', 'build', 'defects', 'surveys'])('the page of reports/%s', async (part) => {
    const { page, end } = await visit(browser, server, { role: 'supervisor', language, dark });
    await open(page, `/reports/${part}`);
    // Cards are computed once they are in sight.
    if (part === '') await page.getByRole('img', { name: /./ }).first().waitFor();
    await settled(page);
    await picture(page, `reports-${part || 'dashboard'}-${language}${dark ? '-dark' : ''}`);
    await accessible(page);
    await end();
  });

  test('z29 a report of two dimensions: a chart with series, the same as a table, narrowed by a click', async () => {
    const { page, end } = await visit(browser, server, { role: 'supervisor', language, dark });
    await open(page, '/reports/one/category_reasons');
    const shipped = words(language, 'pages/reports', 'shipped.');
    await page.getByRole('heading', { name: shipped('category_reasons.name') }).waitFor();
    await page.getByRole('img', { name: new RegExp(shipped('category_reasons.name').slice(0, 4)) }).waitFor();
    await picture(page, `reports-two-dimensions-${language}${dark ? '-dark' : ''}`);
    await page.getByText(t('as_table'), { exact: true }).click();
    await page.getByRole('columnheader', { name: shipped('category_reasons.measures.tickets') }).waitFor();
    // Codes are told in words.
    await page.getByText(words(language)('code.reason.unwanted'), { exact: true }).first().waitFor();
    await accessible(page);
    await page.locator('tbody').getByText(words(language)('code.reason.unwanted'), { exact: true }).first().click();
    await page.waitForURL(/reason=unwanted/);
    await settled(page);
    await page.getByText(t('as_table'), { exact: true }).click();
    const reasons = page.locator('tbody tr').filter({ hasText: words(language)('code.reason.damaged') });
    await expect.poll(() => reasons.count()).toBe(0);
    await end();
  });
});

const t = words('zh-CN', 'pages/reports');

/** A day of the shop's calendar, so many from today. */
const day = (from: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + from * 86_400_000);

test('z30 a report follows what happens, and agrees with the server', { timeout: 120_000 }, async () => {
  const before = await counted('return_reasons');
  const { page, end } = await visit(browser, server, { role: 'supervisor' });
  await open(page, '/reports/one/return_reasons');
  await page.getByText(t('as_table'), { exact: true }).click();
  const told = async () => {
    const cells = await page.locator('tbody tr td:last-child').allInnerTexts();
    return cells.reduce((sum, text) => sum + Number(text.replaceAll(/\D/g, '')), 0);
  };
  await expect.poll(told).toBeGreaterThanOrEqual(before);
  await ticket(server, { bought: { sku: unique('SKU'), title: '猫砂', minor: 1_000 } });
  await expect.poll(told, { timeout: 60_000, interval: 1_000 }).toBeGreaterThan(before);
  expect(await told()).toBe(await counted('return_reasons'));
  await end();
});

test('z32 a report is built by keyboard and by dragging, saved, exported, renamed and deleted', async () => {
  const { page, end } = await visit(browser, server, { role: 'supervisor' });
  const common = words('zh-CN');
  const name = unique('各品类退款');
  await open(page, '/reports/build');
  await page.getByLabel(t('build.name')).fill(name);
  // By keyboard: Enter adds what is focused.
  const card = (zone: string) => page.locator('.ant-card').filter({ has: page.getByText(t(`build.${zone}`), { exact: true }) }).first();
  await card('dimensions').getByRole('button', { name: say('zh-CN', 'ReportDimension', 'category') }).focus();
  await page.keyboard.press('Enter');
  const dimensions = page.getByRole('region', { name: t('build.dimensions') });
  await dimensions.getByText(say('zh-CN', 'ReportDimension', 'category')).waitFor();
  await dimensions.getByRole('button', { name: new RegExp(say('zh-CN', 'ReportDimension', 'channel')) }).click();
  // By dragging.
  const chip = await card('measures').getByRole('button', { name: say('zh-CN', 'MeasureKind', 'sum') }).boundingBox();
  const zone = await page.getByRole('region', { name: t('build.measures') }).boundingBox();
  if (!chip || !zone) throw new Error('nothing to drag, or nowhere to drop');
  await page.mouse.move(chip.x + chip.width / 2, chip.y + chip.height / 2);
  await page.mouse.down();
  await page.mouse.move(zone.x + zone.width / 2, zone.y + zone.height - 12, { steps: 12 });
  await page.mouse.up();
  const measures = page.getByRole('region', { name: t('build.measures') });
  await expect.poll(() => measures.getByLabel(t('build.label')).count()).toBe(2);
  await settled(page);
  await picture(page, 'reports-built-zh-CN');
  await accessible(page);
  await button(page, common('actions.save')).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.waitForURL(/reports\/one\/rep_/);

  const coming = page.waitForEvent('download');
  await button(page, `${common('actions.export')} ${say('zh-CN', 'ReportFormat', 'csv')}`).click();
  const file = await coming;
  const id = /one\/(rep_\w+)/.exec(page.url())?.[1] ?? '';
  const rows = (await call(server, 'supervisor', 'GET', `/reports/${id}/result`)).rows as unknown[];
  const lines = readFileSync(await file.path(), 'utf8').trim().split('\n');
  // The heading and the totals stand around the rows.
  expect(lines.length).toBe(rows.length + 2);

  await page.getByRole('link', { name: common('actions.edit') }).click();
  await page.getByLabel(t('build.name')).fill(`${name} 二`);
  await button(page, common('actions.save')).click();
  await page.getByRole('heading', { level: 1, name: `${name} 二` }).waitFor();
  await button(page, common('actions.delete')).click();
  await page.getByRole('tooltip').getByRole('button').last().click();
  await page.waitForURL(/\/reports$/);
  const left = (await call(server, 'supervisor', 'GET', '/reports?limit=200')).items as (Answer & { definition: { name: string } })[];
  expect(left.some(({ definition }) => definition.name.startsWith(name))).toBe(false);
  await end();
});

test('z27 a single figure tells what it was in as many days before', async () => {
  const { page, end } = await visit(browser, server, { role: 'supervisor' });
  await open(page, '/reports/one/handling_time?period=7');
  const earlier = await call(server, 'supervisor', 'GET', `/reports/handling_time/result?from=${day(-13)}&to=${day(-7)}`);
  expect((earlier.totals as unknown[]).some((one) => typeof one === 'number'), 'the demo shop has a past').toBe(true);
  await page.getByTitle(t('change.days', { from: day(-13), to: day(-7) })).first().waitFor();
  await picture(page, 'reports-figures-zh-CN');
  await accessible(page);
  await end();
});

test('z32 a report goes out by mail as people say it, and stops', async () => {
  const often = words('zh-CN', 'parts/often');
  const common = words('zh-CN');
  const { definition } = await call(server, 'supervisor', 'GET', '/reports/return_reasons');
  const made = await call(server, 'supervisor', 'POST', '/reports', { definition: { ...(definition as object), name: unique('周报') } });
  const { page, end } = await visit(browser, server, { role: 'supervisor' });
  await open(page, `/reports/one/${made.id}`);
  await button(page, t('schedule.title')).click();
  const dialog = page.getByRole('dialog', { name: t('schedule.title') });
  await dialog.getByLabel(t('schedule.recipients')).fill('boss@example.com');
  await page.keyboard.press('Enter');
  await dialog.getByLabel(often('at')).fill('08:30');
  await accessible(page);
  await picture(page, 'reports-schedule-zh-CN');
  await dialog.getByRole('button', { name: new RegExp(`^${[...common('actions.save')].join(' ?')}$`) }).click();
  await page.getByText(often('told', { every: often('every.monday'), at: '08:30' })).waitFor();
  const kept = await call(server, 'supervisor', 'GET', `/reports/${made.id}`);
  expect(kept.schedule).toMatchObject({ cron: '30 8 * * 1', recipients: ['boss@example.com'] });
  await button(page, t('schedule.title')).click();
  await button(dialog, t('schedule.stop')).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await call(server, 'supervisor', 'GET', `/reports/${made.id}`)).schedule ?? null).toBeNull();
  await end();
});

test('l20 the board fills the screen on the wall, and Escape gives it back', async () => {
  const { page, end } = await visit(browser, server, { role: 'supervisor', dark: true });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page, '/reports/board');
  const full = page.getByRole('button', { name: new RegExp(`${t('board.full')}$`) });
  await full.click();
  await page.waitForFunction(() => document.fullscreenElement != null);
  await picture(page, 'reports-board-full-zh-CN');
  // What hangs on a wall is not scrolled: it is as large as there is room.
  for (const height of [1080, 860]) {
    await page.setViewportSize({ width: 1920, height });
    await expect.poll(() => page.evaluate(() => (document.fullscreenElement?.scrollHeight ?? 0) - (document.fullscreenElement?.clientHeight ?? 0))).toBeLessThanOrEqual(0);
  }
  await page.evaluate(() => document.exitFullscreen());
  await full.waitFor();
  await end();
});

test('z36 who may not read reports has no entry to them', async () => {
  const { page, end } = await visit(browser, server, { role: 'warehouse' });
  await open(page, '/');
  expect(await page.getByRole('menuitem', { name: words('zh-CN')('nav.reports') }).count()).toBe(0);
  await end();
});

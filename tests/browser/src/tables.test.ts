import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { server } from './given';
import { named, wish } from './rule';
import { type Answer, call, unique } from './shop';
import { words } from './words';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const table = {
  name: '金额分层',
  hook: 'refund-approval',
  hit: 'unique',
  currency: 'CNY',
  inputs: [{ label: '金额', expression: 'request.amount', type: 'money' }],
  outputs: ['verdict', 'role'],
  rows: [
    { id: 'small', when: ['<= 50'], then: ['approve', ''], note: '小额' },
    { id: 'large', when: ['> 50'], then: ['needs_approval', 'supervisor'], note: '其余' },
  ],
};

/** What the rule said of the newest case that it saw. */
async function said(binding: string): Promise<string> {
  const { items } = await call(server, 'supervisor', 'GET', `/decisions?binding=${binding}&limit=1`);
  const [newest] = items as Answer[];
  return newest ? JSON.stringify(await call(server, 'supervisor', 'GET', `/decisions/${newest.id}`)) : '';
}

test.each(['zh-CN', 'en'] as const)('l26 a decision table is changed like a spreadsheet: what is wrong is shown at its cell (%s)', { timeout: 120_000 }, async (language) => {
  const t = words(language, 'pages/rules');
  const common = words(language);
  const key = unique('table');
  const made = await call(server, 'supervisor', 'POST', '/bindings', { hook: 'refund-approval', plugin: 'decision-table', config: table, mode: 'shadow', key });
  onTestFinished(async () => {
    const { version } = await named(server, key);
    await fetch(`${server.url}/api/v1/bindings/${made.id}`, { method: 'DELETE', headers: { authorization: `Bearer ${server.keys.supervisor}`, 'if-match': `"${version}"` } });
  });
  const { page, end } = await visit(browser, server, { role: 'supervisor', language, dark: language === 'en' });
  await page.goto(`/rules/bindings/${made.id}?tab=settings`);
  await settled(page);
  const grid = page.getByRole('region', { name: t('tables.title') });
  const verdict = t('tables.outputs.verdict');
  const cell = (row: number, column: string) => grid.getByLabel(t('tables.cell', { row, column }), { exact: true });
  await grid.getByText(t('tables.fine')).waitFor();
  await picture(page, `rules-table-${language}${language === 'en' ? '-dark' : ''}`);
  await accessible(page);

  // A cell that means nothing is told at its place, and the gap that a narrower row leaves is told too.
  await cell(2, '金额').fill('> fifty');
  await grid.getByRole('alert').first().waitFor();
  expect(await cell(2, '金额').getAttribute('aria-invalid')).toBe('true');
  await picture(page, `rules-table-wrong-${language}`);
  await accessible(page);
  await cell(2, '金额').fill('(50..100]');
  await grid.getByRole('alert').first().waitFor({ state: 'detached' });
  await expect.poll(() => grid.getByRole('status').innerText()).not.toContain(t('tables.fine'));

  // A row more, by keyboard: Enter goes down, and past the last row adds one.
  await cell(2, '金额').press('Enter');
  await expect.poll(() => cell(3, '金额').evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('> 100');
  await cell(3, verdict).fill('needs_approval');
  await cell(3, t('tables.outputs.role')).fill('director');
  await cell(3, t('tables.note')).fill('总监');
  await grid.getByText(t('tables.fine')).waitFor();
  await grid.getByRole('button', { name: t('tables.up', { row: 3 }) }).click();
  expect(await cell(2, t('tables.note')).inputValue()).toBe('总监');

  // Another condition, of a fact that is chosen.
  await grid.getByRole('button', { name: t('tables.add_column') }).click();
  const column = page.getByRole('dialog', { name: t('tables.add_column') });
  await column.getByLabel(t('tables.expression')).fill('ticket.channel');
  await column.getByLabel(t('tables.label')).fill('渠道');
  await column.getByRole('combobox', { name: t('tables.type') }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: t('tables.types.text') }).first().click();
  await accessible(page);
  await column.getByRole('button', { name: common('actions.confirm') }).click();
  expect(await cell(1, '渠道').inputValue()).toBe('-');

  // Out to a spreadsheet and in again.
  const coming = page.waitForEvent('download');
  await grid.getByRole('button', { name: t('tables.export'), exact: true }).click();
  const file = await (await coming).path();
  const csv = readFileSync(file, 'utf8');
  expect(csv.trim().split('\n')).toHaveLength(4);
  await page.setInputFiles('input[type=file]', { name: 'tiers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv.replace('(50..100]', '(50..80]').replace('> 100', '> 80')) });
  await expect.poll(() => cell(2, '金额').inputValue()).toBe('> 80');

  await page.getByLabel(common('actions.save')).or(page.getByLabel(t('reason'), { exact: true })).first().fill('双十一前放宽');
  await page.getByRole('button', { name: common('actions.save'), exact: true }).click();
  await page.getByText(common('saved')).first().waitFor();
  const saved = (await named(server, key)).config as unknown as typeof table;
  expect(saved.rows.map(({ when }) => when[0])).toEqual(['<= 50', '> 80', '(50..80]']);

  // The next case goes by it: 66.00 lies in the middle row.
  await wish(server);
  await expect.poll(() => said(made.id)).toContain('supervisor');
  await end();
});

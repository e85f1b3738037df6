import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';

/** Every page that needs nothing but a shop, and who opens it. */
const PAGES: [path: string, role: string][] = [
  ['/tickets', 'agent'],
  ['/approvals', 'supervisor'],
  ['/finance', 'finance'],
  ['/warehouse', 'warehouse'],
  ['/reports', 'supervisor'],
  ['/builder', 'supervisor'],
  ['/rules', 'supervisor'],
  ['/administration', 'admin'],
  ['/account', 'agent'],
];

const server = inject('server');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
  test.each(PAGES)('%s is there for %s', async (path, role) => {
    const dark = language === 'en';
    const { page, end } = await visit(browser, server, { role, language, dark });
    await page.goto(path);
    await settled(page);
    expect(await page.title()).toMatch(/ · Redress/);
    // A key that has no word would be shown as it is.
    expect(await page.locator('body').innerText()).not.toMatch(/\b[a-z_]+\.[a-z_]+\.[a-z_]+\b/);
    await picture(page, `${path.slice(1).replaceAll('/', '-')}-${language}${dark ? '-dark' : ''}`);
    await accessible(page);
    await end();
  });
});

test('a wrong key is told so, and what was typed stays', async () => {
  const { page, end } = await visit(browser, server, {});
  await page.goto('/tickets');
  await page.getByLabel('API 密钥').fill('rdk_nobody');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('API 密钥').inputValue()).toBe('rdk_nobody');
  await accessible(page);
  await end();
});

test('z36 who may not open a page is not shown its entry', async () => {
  const { page, end } = await visit(browser, server, { role: 'warehouse' });
  await page.goto('/administration');
  await page.getByText('当前账号没有这个页面的权限').waitFor();
  expect(await page.getByRole('menuitem', { name: '管理' }).count()).toBe(0);
  await end();
});

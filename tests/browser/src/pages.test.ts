import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { server } from './given';
import { languages, words } from './words';

/** Every page that needs nothing but a shop, and who opens it. */
const PAGES: [path: string, role: string][] = [
  ['/tickets', 'agent'],
  ['/approvals', 'supervisor'],
  ['/finance', 'finance'],
  ['/warehouse', 'warehouse'],
  ['/reports', 'supervisor'],
  ['/builder', 'supervisor'],
  ['/builder/forms', 'supervisor'],
  ['/builder/workflows', 'supervisor'],
  ['/builder/parameters', 'supervisor'],
  ['/builder/queues', 'supervisor'],
  ['/builder/sla', 'supervisor'],
  ['/builder/calendars', 'supervisor'],
  ['/builder/macros', 'supervisor'],
  ['/builder/sops', 'supervisor'],
  ['/builder/templates', 'supervisor'],
  ['/builder/configuration', 'supervisor'],
  ['/rules', 'supervisor'],
  ['/rules/plugins', 'supervisor'],
  ['/rules/decisions', 'supervisor'],
  ['/rules/replays', 'supervisor'],
  ['/administration', 'admin'],
  ['/account', 'agent'],
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(languages)('%s', (language) => {
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
  const t = words('zh-CN');
  const { page, end } = await visit(browser, server, {});
  await page.goto('/tickets');
  await page.getByRole('button', { name: t('sign_in.by_key') }).click();
  await page.getByLabel(t('sign_in.key')).fill('rdk_nobody');
  await page.getByRole('button', { name: t('sign_in.enter'), exact: true }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel(t('sign_in.key')).inputValue()).toBe('rdk_nobody');
  await accessible(page);
  await end();
});

test.each(languages)('people sign in with their password and out again, %s', async (language) => {
  const t = words(language);
  const { page, end } = await visit(browser, server, { language, dark: language === 'en' });
  await page.goto('/tickets?shop=demo');
  await page.getByLabel(t('sign_in.email')).fill('supervisor@demo.example');
  await page.getByLabel(t('sign_in.password')).fill('not the password');
  await page.getByRole('button', { name: t('sign_in.enter'), exact: true }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel(t('sign_in.email')).inputValue()).toBe('supervisor@demo.example');
  await picture(page, `sign-in-${language}`);
  await accessible(page);
  await page.getByLabel(t('sign_in.password')).fill(server.password);
  await page.getByRole('button', { name: t('sign_in.enter'), exact: true }).click();
  await page.getByRole('menuitem', { name: t('nav.rules') }).waitFor();
  const key = await page.evaluate(() => sessionStorage.getItem('redress.key'));
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: t('sign_out') }).click();
  await page.getByLabel(t('sign_in.password')).waitFor();
  // The session is over at the server as well.
  const answer = await fetch(`${server.url}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } });
  expect(answer.status).toBe(401);
  await end();
});

test('z36 who may not open a page is not shown its entry', async () => {
  const { page, end } = await visit(browser, server, { role: 'warehouse' });
  await page.goto('/administration');
  await page.getByText('当前账号没有这个页面的权限').waitFor();
  expect(await page.getByRole('menuitem', { name: '管理' }).count()).toBe(0);
  await end();
});

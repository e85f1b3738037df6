import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { storedVersion } from './component';
import { server } from './given';
import { receiver } from './receiver';
import { type Answer, call, ticket, unique } from './shop';
import { words } from './words';

// What connects the shop with others: payment gateways, its stock, its own systems, and people who come and go.
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const t = words('zh-CN', 'pages/administration');
const common = words('zh-CN');
const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name, exact: true });
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });
const sure = (page: Page) => page.getByRole('tooltip').getByRole('button').last().click();

async function open(page: Page, part: string) {
  await page.goto(`/administration/${part}`);
  await settled(page);
}

test('d6 a payment gateway gets its plugin, its host and a secret, is switched off and taken away', { timeout: 120_000 }, async () => {
  const version = await storedVersion(server, 'stripe-refunds');
  const [tender, secret] = [unique('stripe').toLowerCase(), unique('stripe-key')];
  await call(server, 'admin', 'PUT', `/secrets/${secret}`, { value: 'sk_test_1' });
  const { page, end } = await visit(browser, server, { role: 'admin' });
  await open(page, 'gateways');
  await button(page, t('gateways.add')).click();
  const dialog = page.getByRole('dialog', { name: t('gateways.add') });
  await dialog.getByLabel(t('gateways.tender')).fill(tender);
  await dialog.getByRole('combobox', { name: t('gateways.plugin') }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: `stripe-refunds ${version}` }).click();
  const hosts = dialog.getByRole('combobox', { name: t('gateways.hosts') });
  await hosts.fill('api.stripe.com');
  await hosts.press('Enter');
  await button(dialog, t('gateways.add_secret')).click();
  await dialog.getByLabel(t('gateways.secret_name')).fill('api_key');
  await dialog.getByRole('combobox', { name: t('gateways.secret'), exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: secret }).click();
  await accessible(page);
  await picture(page, 'administration-gateway-zh-CN');
  await button(dialog, common('actions.save')).click();
  await dialog.waitFor({ state: 'hidden' });
  await row(page, tender).getByText('api.stripe.com').waitFor();
  const kept = async () => ((await call(server, 'admin', 'GET', '/gateways')).items as (Answer & { tender: string })[]).find((one) => one.tender === tender);
  expect(await kept()).toMatchObject({ enabled: true, hosts: ['api.stripe.com'], secrets: { api_key: secret } });
  await page.getByRole('switch', { name: `${t('gateways.enabled')} ${tender}` }).click();
  await expect.poll(async () => (await kept())?.enabled).toBe(false);
  await button(row(page, tender), common('actions.delete')).click();
  await sure(page);
  await row(page, tender).waitFor({ state: 'detached' });
  await end();
});

test('z34 the stock is asked at another system, which is taken away again', async () => {
  const { page, end } = await visit(browser, server, { role: 'admin' });
  await open(page, 'inventory');
  await page.getByText(t('inventory.none'), { exact: true }).waitFor();
  await page.getByLabel(t('inventory.address')).fill('not an address');
  await button(page, common('actions.save')).click();
  await page.getByRole('alert').filter({ hasText: /no address/ }).waitFor();
  await page.getByLabel(t('inventory.address')).fill('https://erp.example.com/redress');
  // Off: no other story asks it.
  await page.getByRole('switch', { name: t('inventory.enabled') }).click();
  await button(page, common('actions.save')).click();
  await page.getByText(t('inventory.none'), { exact: true }).waitFor({ state: 'detached' });
  expect(await call(server, 'admin', 'GET', '/inventory-connector')).toMatchObject({ base_url: 'https://erp.example.com/redress', enabled: false });
  await accessible(page);
  await picture(page, 'administration-inventory-kept-zh-CN');
  await button(page, common('actions.delete')).click();
  await sure(page);
  await page.getByText(t('inventory.none'), { exact: true }).waitFor();
  await end();
});

test('z36 whoever leaves is switched off and cannot sign in any more, and comes back', async () => {
  const [name, email] = [unique('小临'), `${unique('temp')}@demo.example`];
  const made = await call(server, 'admin', 'POST', '/users', { name, email, roles: ['agent'], queues: [], skills: [], departments: [], available: true, capacity: 0, deputy: null });
  await call(server, 'admin', 'PUT', `/users/${made.id}/password`, { password: 'correct horse battery' });
  const signIn = async () => {
    const answer = await fetch(`${server.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ shop: 'demo', email, password: 'correct horse battery' }),
    });
    return answer.ok;
  };
  expect(await signIn()).toBe(true);
  const { page, end } = await visit(browser, server, { role: 'admin' });
  await open(page, 'users');
  const turn = async (state: string) => {
    await button(row(page, email), common('actions.edit')).click();
    const dialog = page.getByRole('dialog', { name });
    await dialog.getByRole('switch', { name: t('users.disabled') }).click();
    await button(dialog, common('actions.save')).click();
    await dialog.waitFor({ state: 'hidden' });
    await row(page, email).getByText(state, { exact: true }).waitFor();
  };
  await turn(t('users.disabled'));
  expect(await signIn()).toBe(false);
  await turn(t('users.available'));
  expect(await signIn()).toBe(true);
  await turn(t('users.disabled'));
  await end();
});

test('z35 what was given up is sent again together, once the other side is mended', { timeout: 120_000 }, async () => {
  const shop = await receiver(500);
  const hook = await call(server, 'admin', 'POST', '/webhooks', { url: shop.url, events: ['ticket.created'] });
  const made: Answer[] = [];
  for (let at = 0; at < 3; at += 1) made.push(await ticket(server, { bought: { sku: unique('SKU'), title: '猫砂', minor: 1_000 } }));
  const came = () => made.map(({ id }) => shop.received.filter(({ body }) => body.includes(id)).length);
  await expect.poll(came, { timeout: 60_000 }).toEqual([3, 3, 3]);
  shop.answer(200);
  const { page, end } = await visit(browser, server, { role: 'admin' });
  await open(page, `dead?webhook=${hook.id}`);
  await expect.poll(() => row(page, t('event.ticket.created')).count()).toBe(3);
  await button(page, t('outbox.choose_all', { count: 3 })).click();
  await picture(page, 'administration-dead-chosen-zh-CN');
  await accessible(page);
  await button(page, t('outbox.resend_many_other', { count: 3 })).click();
  await expect.poll(came, { timeout: 60_000 }).toEqual([4, 4, 4]);
  await page.getByText(t('outbox.no_dead')).waitFor();
  await call(server, 'admin', 'GET', '/webhooks').then(async ({ items }) => {
    const kept = (items as (Answer & { version: number })[]).find(({ id }) => id === hook.id);
    await fetch(`${server.url}/api/v1/webhooks/${hook.id}`, { method: 'DELETE', headers: { authorization: `Bearer ${server.keys.admin}`, 'if-match': `"${kept?.version}"` } });
  });
  await shop.close();
  await end();
});

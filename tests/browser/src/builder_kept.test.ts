import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { server } from './given';
import { type Answer, call, ticket, unique } from './shop';
import { type Language, say, words } from './words';

// What a supervisor keeps beside forms and workflows: parameters, macros, promises, papers.
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name });

async function open(page: Page, path: string) {
  await page.goto(`/builder/${path}`);
  await settled(page);
}

const speaking = (language: Language) => ({ t: words(language, 'pages/builder'), common: words(language) });

/** Deletes a row of a list, and says yes. */
async function remove(page: Page, language: Language, name: string) {
  const { common } = speaking(language);
  await button(page, `${common('actions.delete')}: ${name}`).click();
  await page.getByRole('tooltip').getByRole('button', { name: common('actions.delete') }).click();
  await page.getByRole('row').filter({ hasText: name }).waitFor({ state: 'detached' });
}

test('l30 an external parameter is added, changed and taken away; the next decision would read it', async () => {
  const { t, common } = speaking('zh-CN');
  const [code, name] = [unique('limit').toLowerCase(), unique('大促限额')];
  const { page, end } = await visit(browser, server, { role: 'admin' });
  await open(page, 'parameters');
  await button(page, t('parameters.add')).click();
  const drawer = page.getByRole('dialog', { name: t('parameters.add') });
  await drawer.getByLabel(t('parameters.name')).fill(name);
  await drawer.getByLabel(t('parameters.code')).fill(code);
  await drawer.getByRole('combobox', { name: t('parameters.type') }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: say('zh-CN', 'ParameterType', 'number') }).first().click();
  await drawer.getByLabel(t('parameters.value')).fill('abc');
  await button(drawer, common('actions.save')).click();
  await drawer.getByRole('alert').first().waitFor();
  await drawer.getByLabel(t('parameters.value')).fill('80.50');
  await accessible(page);
  await button(drawer, common('actions.save')).click();
  await drawer.waitFor({ state: 'hidden' });
  await page.getByRole('row').filter({ hasText: name }).getByText('80.50').waitFor();
  expect(await call(server, 'supervisor', 'GET', `/parameters/${code}`)).toMatchObject({ name });
  await picture(page, 'builder-parameters-zh-CN');

  await button(page, `${common('actions.edit')}: ${name}`).click();
  const edit = page.getByRole('dialog', { name: t('parameters.edit', { name }) });
  await edit.getByLabel(t('parameters.value')).fill('120');
  await button(edit, common('actions.save')).click();
  await page.getByRole('row').filter({ hasText: name }).getByText('120').waitFor();
  await remove(page, 'zh-CN', name);
  await end();
});

test('l18 a macro is written with values of the ticket, tried on one, and taken away', async () => {
  const { t, common } = speaking('en');
  const [key, name] = [unique('thanks').toLowerCase(), unique('Thanks')];
  const made = await ticket(server, { bought: { sku: unique('SKU'), title: '猫砂', minor: 1_000 } });
  const { page, end } = await visit(browser, server, { role: 'supervisor', language: 'en', dark: true });
  await open(page, 'macros');
  await button(page, t('macros.add')).click();
  const drawer = page.getByRole('dialog', { name: t('macros.add') });
  await drawer.getByLabel(t('macros.name')).fill(name);
  await drawer.getByLabel(t('key')).fill(key);
  await drawer.getByLabel(t('macros.body')).fill('Your request {{ticket.number}} is being looked at.');
  await accessible(page);
  await button(drawer, common('actions.save')).click();
  // It stays open, to be tried.
  const edit = drawer;
  await edit.getByLabel(t('macros.ticket_number')).fill(String(made.number));
  await button(edit, t('macros.show')).click();
  await edit.getByText(`Your request ${String(made.number)} is being looked at.`).waitFor();
  await picture(page, 'builder-macro-en-dark');
  await accessible(page);
  await button(edit, common('actions.cancel')).click();
  await remove(page, 'en', name);
  await end();
});

test('l19 z20 a promise by a calendar is added, is off, and is taken away', async () => {
  const { t, common } = speaking('zh-CN');
  const name = unique('大促时效');
  const { page, end } = await visit(browser, server, { role: 'supervisor' });
  await open(page, 'sla');
  await button(page, t('sla.add')).click();
  const drawer = page.getByRole('dialog', { name: t('sla.add') });
  await drawer.getByLabel(t('sla.name')).fill(name);
  await drawer.getByRole('combobox', { name: t('sla.calendar') }).click();
  await page.locator('.ant-select-item-option').first().click();
  // Off, so that no other story goes by it.
  await drawer.getByRole('switch', { name: t('sla.enabled') }).click();
  await button(drawer, t('sla.add_target')).click();
  await accessible(page);
  await picture(page, 'builder-sla-zh-CN');
  await button(drawer, common('actions.save')).click();
  await drawer.waitFor({ state: 'hidden' });
  const kept = (await call(server, 'supervisor', 'GET', '/sla-policies')).items as (Answer & { enabled: boolean; policy: { name: string; targets: unknown[] } })[];
  expect(kept.find(({ policy }) => policy.name === name)).toMatchObject({ enabled: false });
  await remove(page, 'zh-CN', name);
  await end();
});

test('z36 a paper is changed, what is wrong is told with its line, and the print is shown', { timeout: 90_000 }, async () => {
  const { t } = speaking('zh-CN');
  const [template] = (await call(server, 'supervisor', 'GET', '/print-templates')).items as unknown as { key: string; name: string }[];
  const { page, end } = await visit(browser, server, { role: 'admin' });
  await open(page, `templates/${template?.key ?? ''}`);
  const source = page.getByRole('textbox', { name: t('templates.source') });
  const before = await source.inputValue();
  await source.fill(`${before}\n#unknown_function()`);
  await button(page, t('templates.check')).click();
  const found = page.getByRole('list', { name: t('templates.findings') });
  await found.getByText(/unknown_function/).waitFor();
  await source.fill(before);
  // The print of the first look may still be on its way, and the button waits for it.
  await page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
  await button(page, t('templates.check')).click();
  await found.waitFor({ state: 'detached' });
  await page.getByTitle(t('templates.paper')).waitFor();
  await picture(page, 'builder-template-zh-CN');
  await accessible(page);
  await end();
});

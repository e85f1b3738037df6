import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { server } from './given';
import { type Answer, call, unique } from './shop';
import { type Language, words } from './words';

// How work is shared out: queues and their people, procedures for what goes wrong, hours and holidays.
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name });
const speaking = (language: Language) => ({ t: words(language, 'pages/builder'), common: words(language) });

async function open(page: Page, path: string) {
  await page.goto(`/builder/${path}`);
  await settled(page);
}

/** Deletes a row of a list, and says yes. */
async function remove(page: Page, language: Language, name: string) {
  const { common } = speaking(language);
  await button(page, `${common('actions.delete')}: ${name}`).click();
  await page.getByRole('tooltip').getByRole('button', { name: common('actions.delete') }).click();
  await page.getByRole('row').filter({ hasText: name }).waitFor({ state: 'detached' });
}

test('l13 a queue is added with its people, and one of them leaves it', async () => {
  const { t, common } = speaking('zh-CN');
  const [key, name] = [unique('fresh').toLowerCase(), unique('生鲜组')];
  const { page, end } = await visit(browser, server, { role: 'admin' });
  await open(page, 'queues');
  await button(page, t('queues.add')).click();
  const drawer = page.getByRole('dialog', { name: t('queues.add') });
  await drawer.getByLabel(t('queues.name')).fill(name);
  await drawer.getByLabel(t('key')).fill('Not A Key');
  await button(drawer, common('actions.save')).click();
  await drawer.getByRole('alert').first().waitFor();
  await drawer.getByLabel(t('key')).fill(key);
  const members = drawer.getByRole('combobox', { name: t('queues.members') });
  for (const person of ['小张', '小吴']) {
    await members.click();
    await members.fill(person);
    await page.locator('.ant-select-item-option').filter({ hasText: person }).first().click();
  }
  await page.keyboard.press('Escape');
  await accessible(page);
  await picture(page, 'builder-queue-zh-CN');
  await button(drawer, common('actions.save')).click();
  await drawer.waitFor({ state: 'hidden' });
  const line = page.getByRole('row').filter({ hasText: name });
  await line.getByText('小张').waitFor();
  const people = async () => {
    const { items } = await call(server, 'admin', 'GET', '/users');
    return (items as (Answer & { name: string; queues: string[] })[]).filter(({ queues }) => queues.includes(key)).map((user) => user.name).toSorted();
  };
  expect(await people()).toHaveLength(2);

  await button(page, `${common('actions.edit')}: ${name}`).click();
  const edit = page.getByRole('dialog', { name: t('queues.edit', { name }) });
  await edit.locator('.ant-select-selection-item').filter({ hasText: '小吴' }).locator('.ant-select-selection-item-remove').click();
  await button(edit, common('actions.save')).click();
  await edit.waitFor({ state: 'hidden' });
  expect((await people()).join()).toContain('小张');
  expect(await people()).toHaveLength(1);
  await end();
});

test('d8 a procedure gets a second step, says what cannot be reached, and is kept', async () => {
  const { t, common } = speaking('en');
  const [key, name] = [unique('leak').toLowerCase(), unique('Leaking bottle')];
  const { page, end } = await visit(browser, server, { role: 'supervisor', language: 'en', dark: true });
  await open(page, 'sops');
  await button(page, t('sops.add')).click();
  const drawer = page.getByRole('dialog', { name: t('sops.add') });
  await drawer.getByLabel(t('sops.name')).fill(name);
  await drawer.getByLabel(t('key')).fill(key);
  await drawer.getByLabel(t('sops.anomaly')).fill('A bottle leaked on its way');
  const step = (number: number) => drawer.locator('.ant-collapse-item').nth(number - 1);
  await step(1).getByLabel(t('sops.step_title')).fill('Ask for a photo');
  await step(1).getByLabel(t('sops.answer'), { exact: true }).fill('The photo shows it');
  await button(step(1), t('sops.add_evidence')).click();
  await step(1).getByLabel(t('sops.evidence_name')).fill('Photo of the bottle');
  await button(drawer, t('sops.add_step')).click();
  // Nothing leads to it yet.
  await step(2).getByText(t('sops.unreached')).waitFor();
  await step(2).getByLabel(t('sops.step_title')).fill('Send another one');
  await step(2).getByLabel(t('sops.answer'), { exact: true }).fill('Sent');
  await step(1).getByRole('combobox', { name: t('sops.next') }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: 'Send another one' }).click();
  await drawer.getByText(t('sops.all_reached')).waitFor();
  await accessible(page);
  await picture(page, 'builder-sop-en-dark');
  await button(drawer, common('actions.save')).click();
  await drawer.waitFor({ state: 'hidden' });
  const kept = await call(server, 'supervisor', 'GET', `/sops/${key}`);
  expect(kept).toMatchObject({ name, steps: [{ title: 'Ask for a photo', evidence: [{ name: 'Photo of the bottle' }] }, { title: 'Send another one' }] });
  await remove(page, 'en', name);
  await end();
});

test('z20 a calendar has a holiday, tells a block that ends before it begins, and shows its month', async () => {
  const { t, common } = speaking('zh-CN');
  const name = unique('客服排班');
  const { page, end } = await visit(browser, server, { role: 'admin' });
  await open(page, 'calendars');
  await button(page, t('calendars.add')).click();
  const drawer = page.getByRole('dialog', { name: t('calendars.add') });
  await drawer.getByLabel(t('calendars.name')).fill(name);
  await drawer.getByLabel(t('calendars.until')).last().fill('12:30');
  await button(drawer, common('actions.save')).click();
  await drawer.getByRole('alert').first().waitFor();
  await drawer.getByLabel(t('calendars.until')).last().fill('20:00');
  await button(drawer, t('calendars.add_holiday')).click();
  await drawer.getByLabel(t('calendars.why')).fill('店庆');
  await drawer.getByText(`${t('calendars.day.holiday')} · 店庆`).waitFor();
  await accessible(page);
  await picture(page, 'builder-calendar-zh-CN');
  await button(drawer, common('actions.save')).click();
  await drawer.waitFor({ state: 'hidden' });
  const kept = (await call(server, 'admin', 'GET', '/calendars')).items as (Answer & { calendar: { name: string; days: { name: string }[] } })[];
  expect(kept.find(({ calendar }) => calendar.name === name)?.calendar.days).toMatchObject([{ name: '店庆' }]);
  await remove(page, 'zh-CN', name);
  await end();
});

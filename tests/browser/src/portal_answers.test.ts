import { readFileSync } from 'node:fs';
import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { server } from './given';
import { type Answer, call, ticket, unique } from './shop';
import { languages, say, words } from './words';

// What the shop asks its customers, and how they answer by their link.
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const FEEDER = () => ({ sku: unique('FEEDER'), title: '自动喂食器', minor: 28_800 });

async function open(page: Page, id: string) {
  const link = await call(server, 'agent', 'POST', `/tickets/${id}/portal-link`);
  await page.goto(`/portal/#${String(link.token)}`);
  await settled(page);
}

const read = (id: string) => call(server, 'agent', 'GET', `/tickets/${id}`);

/** Something else is owed to the customer, and nobody finds it on the shelf. */
async function gone() {
  const made = await ticket(server, { kind: 'resend', subject: '少发了一件', problem: 'missing_part', bought: { ...FEEDER(), minor: 4_800 } });
  const now = await read(made.id);
  if (now.case !== 'approved') await call(server, 'supervisor', 'POST', `/tickets/${made.id}/approve`, { opinion: 'ok' });
  const proposed = await call(server, 'agent', 'POST', `/tickets/${made.id}/replacements`, {});
  const { id } = proposed.replacement as Answer;
  await call(server, 'agent', 'POST', `/tickets/${made.id}/replacements/${id}/out-of-stock`, {});
  return { made, id };
}

describe.each(languages)('%s', (language) => {
  const t = words(language, 'portal');

  test('z39 a refused request is completed, and the shop looks at it again', async () => {
    const made = await ticket(server, { kind: 'return_refund', bought: FEEDER() });
    await call(server, 'supervisor', 'POST', `/tickets/${made.id}/reject`, { opinion: '请说明哪里坏了' });
    const { page, end } = await visit(browser, server, { language, phone: true, dark: language === 'en' });
    await open(page, made.id);
    await page.getByText('请说明哪里坏了').waitFor();
    expect(await page.getByRole('button', { name: t('amend') }).isDisabled()).toBe(true);
    await page.getByLabel(t('write'), { exact: true }).fill('出粮口卡住了');
    await picture(page, `portal-amend-${language}`);
    await accessible(page);
    await page.getByRole('button', { name: t('amend') }).click();
    await page.getByText('出粮口卡住了').waitFor();
    await page.getByRole('button', { name: t('amend') }).waitFor({ state: 'detached' });
    expect(['submitted', 'first_review', 'approval']).toContain((await read(made.id)).case);
    await end();
  });

  test('l17 what is out of stock becomes money when the customer says so', async () => {
    const { made, id } = await gone();
    const { page, end } = await visit(browser, server, { language, phone: true });
    await open(page, made.id);
    await page.getByText(t('goods_question')).waitFor();
    await picture(page, `portal-out-of-stock-${language}`);
    await accessible(page);
    await page.getByRole('button', { name: say(language, 'ConsentChoice', 'refund') }).click();
    await page.getByText(t('goods_question')).waitFor({ state: 'detached' });
    const one = await call(server, 'agent', 'GET', `/tickets/${made.id}/replacements/${id}`);
    expect(one).toMatchObject({ consent: { state: 'refund' } });
    await end();
  });
});

const t = words('zh-CN', 'portal');

test('l17 another would rather wait', async () => {
  const { made, id } = await gone();
  const { page, end } = await visit(browser, server, { phone: true });
  await open(page, made.id);
  await page.getByRole('button', { name: say('zh-CN', 'ConsentChoice', 'wait') }).click();
  await page.getByText(t('goods_question')).waitFor({ state: 'detached' });
  const one = await call(server, 'agent', 'GET', `/tickets/${made.id}/replacements/${id}`);
  expect(one).toMatchObject({ state: 'out_of_stock', consent: { state: 'wait' } });
  await end();
});

test('z39 where the goods go is told with the place to tell the number, in the language one chooses', async () => {
  const made = await ticket(server, { kind: 'return_refund', bought: FEEDER() });
  await call(server, 'supervisor', 'POST', `/tickets/${made.id}/approve`, { opinion: 'ok' });
  await call(server, 'agent', 'POST', `/tickets/${made.id}/request-return`, { address: '杭州市余杭区一号仓' });
  const { page, end } = await visit(browser, server, { phone: true });
  await open(page, made.id);
  const place = page.getByRole('note').filter({ hasText: t('tracking.send_to') });
  await place.getByText('杭州市余杭区一号仓').waitFor();
  expect(await place.innerText()).toContain(String(made.number));
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: new RegExp(`${t('tracking.slip')}$`) }).click();
  const slip = await coming;
  expect(slip.suggestedFilename()).toBe(`${String(made.number)}.pdf`);
  expect(readFileSync(await slip.path()).subarray(0, 5).toString()).toBe('%PDF-');
  await picture(page, 'portal-send-to-zh-CN');
  await accessible(page);
  await page.getByRole('button', { name: t('language') }).click();
  await page.getByText(words('en', 'portal')('tracking.send_to'), { exact: true }).waitFor();
  // The shop's words are asked for again in that language.
  await page.getByText('Waiting for you to send the goods back').first().waitFor();
  await accessible(page);
  await end();
});

describe('a workflow that asks the customer', () => {
  const key = unique('asks').replaceAll('-', '_');
  const name = (zh: string, en: string) => ({ 'zh-CN': zh, en });

  beforeAll(async () => {
    const definition = {
      id: key,
      version: 1,
      name: name('问一问', 'Ask'),
      fallback: 'supervisor',
      fields: { colour: { name: name('想要的颜色', 'The colour you want'), type: 'text' } },
      nodes: [
        { id: 'start', name: name('开始', 'Start'), kind: { type: 'start', next: 'ask' } },
        {
          id: 'ask',
          name: name('请选择颜色', 'Choose a colour'),
          kind: { type: 'form' },
          work: { who: ['customer'], fields: { colour: 'required' }, buttons: [{ code: 'submit', name: name('就要这个', 'I want this'), does: 'submit', next: 'done' }] },
        },
        { id: 'done', name: name('完成', 'Done'), kind: { type: 'end', outcome: 'told' } },
      ],
    };
    await call(server, 'director', 'POST', '/workflows', { key, definition, kinds: ['complaint'], enabled: true, position: 0 });
    await call(server, 'director', 'POST', `/workflows/${key}/publish`);
  });
  afterAll(async () => {
    await call(server, 'director', 'PATCH', `/workflows/${key}`, { enabled: false });
  });

  test('z13 fields are filled in and a button is pressed by link', async () => {
    const made = await call(server, 'agent', 'POST', '/tickets', { kind: 'complaint', external_ref: unique('T'), subject: '颜色发错了', problem_type: 'wrong_item', customer: { external_id: unique('C'), phone: '13800000001' } });
    const { page, end } = await visit(browser, server, { phone: true });
    await open(page, made.id);
    await page.getByRole('heading', { name: '请选择颜色' }).waitFor();
    await page.getByRole('button', { name: '就要这个' }).click();
    await page.getByRole('alert').waitFor();
    await picture(page, 'portal-task-zh-CN');
    await accessible(page);
    await page.getByLabel('想要的颜色').fill('天蓝');
    await page.getByRole('button', { name: '就要这个' }).click();
    await page.getByRole('heading', { name: '请选择颜色' }).waitFor({ state: 'detached' });
    expect((await read(made.id)).fields).toMatchObject({ colour: '天蓝' });
    await end();
  });
});

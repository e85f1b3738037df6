import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { server } from './given';
import { type Answer, call, customer, order, unique } from './shop';
import { languages, say, words } from './words';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const FEEDER = { title: '自动喂食器', minor: 28_800 };
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** An order that the shop knows, with a customer's telephone number. */
async function sold(sku = unique('FEEDER')) {
  const buyer = customer('林女士', '13800005678');
  const bought = order({ sku, ...FEEDER });
  await call(server, 'admin', 'POST', '/orders', { ...bought, customer: buyer });
  return { buyer, bought };
}

/** A return that was agreed to, and its customer's link. */
async function agreed({ missing = false } = {}): Promise<{ ticket: Answer; token: string; number: string }> {
  const sku = unique('FEEDER');
  if (missing) {
    const parts = [{ code: 'filter', name: '滤网组件', quantity: 1, price: { minor: 3_500, currency: 'CNY' } }];
    await call(server, 'admin', 'PUT', `/checklists/${sku}`, { parts });
  }
  const made = await call(server, 'agent', 'POST', '/tickets', {
    kind: 'return_refund',
    external_ref: unique('P'),
    subject: '不喜欢',
    problem_type: 'unwanted',
    customer: customer(),
    order: order({ sku, ...FEEDER }),
    lines: [{ order_line: '1', quantity: 1, reason: 'unwanted' }],
  });
  await call(server, 'supervisor', 'POST', `/tickets/${made.id}/approve`, { opinion: 'ok' });
  const link = await call(server, 'agent', 'POST', `/tickets/${made.id}/portal-link`);
  return { ticket: made, token: String(link.token), number: unique('SF').replaceAll('-', '').toUpperCase() };
}

/** The same, with the goods back and their filter missing. */
async function withoutFilter() {
  const { ticket, token, number } = await agreed({ missing: true });
  await call(server, 'agent', 'POST', `/tickets/${ticket.id}/parcels`, { tracking_number: number, carrier: '顺丰' });
  await call(server, 'warehouse', 'POST', '/scans', { raw: number, station: 'gate 2' });
  const [line] = ticket.lines as { id: string }[];
  const placements = [{ quantity: 1, grade: 'b', disposition: 'restock' }];
  const lines = [{ line: line?.id, good: 1, placements, missing_parts: [{ code: 'filter', quantity: 1 }] }];
  await call(server, 'warehouse', 'POST', `/tickets/${ticket.id}/inspections`, { lines });
  return { ticket, token };
}

async function open(page: Page, token: string) {
  await page.goto(`/portal/#${token}`);
  await settled(page);
}

describe.each(languages)('%s', (language) => {
  const t = words(language, 'portal');

  test('u15 z10 a customer begins a return with order number and telephone number', async () => {
    const { bought } = await sold();
    const { page, end } = await visit(browser, server, { language, phone: true, dark: language === 'en' });
    await page.goto('/portal/?shop=demo');
    await settled(page);
    await accessible(page);
    await page.getByLabel(t('start.order')).fill(bought.external_id);
    await page.getByLabel(t('start.phone')).fill('13900000000');
    await page.getByRole('button', { name: t('start.find') }).click();
    await page.getByRole('alert').waitFor();

    await page.getByLabel(t('start.phone')).fill('13800005678');
    await page.getByRole('button', { name: t('start.find') }).click();
    await page.getByRole('heading', { name: t('start.what') }).waitFor();
    await page.getByRole('button', { name: t('start.send') }).click();
    await page.getByText(t('start.choose_reason')).waitFor();
    await page.getByRole('radio', { name: t('reason.unwanted') }).check();
    await page.getByLabel(t('start.description')).fill('猫不喜欢');
    // Pictures are chosen before there is a case, and go with it.
    const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: PICTURE });
    await page.setInputFiles('input[type=file]', [photo('before.png'), photo('wrong.png')]);
    await page.getByRole('button', { name: t('files.take_out', { name: 'wrong.png' }) }).click();
    await picture(page, `portal-start-${language}`);
    await accessible(page);
    // Two taps are one request.
    await page.getByRole('button', { name: t('start.send') }).dblclick();
    await page.getByRole('button', { name: t('start.follow') }).waitFor();
    const made = await call(server, 'agent', 'GET', `/tickets?order=${bought.external_id}`);
    expect(made.items).toHaveLength(1);
    const [ticket] = made.items as (Answer & { number: string; lines: { quantity: number }[] })[];
    expect(ticket).toMatchObject({ kind: 'return_refund', channel: 'portal', description: '猫不喜欢' });
    expect(await page.getByText(ticket?.number ?? '?').count()).toBeGreaterThan(0);
    await accessible(page);

    await page.getByRole('button', { name: t('start.follow') }).click();
    await page.getByText(t('next')).waitFor();
    await page.setInputFiles('input[type=file]', { name: 'cat.png', mimeType: 'image/png', buffer: PICTURE });
    await page.getByText('cat.png').waitFor();
    await page.getByLabel(t('write'), { exact: true }).fill('有照片了');
    await page.getByRole('button', { name: t('send'), exact: true }).click();
    await page.getByText('有照片了').waitFor();
    await picture(page, `portal-case-${language}`);
    await accessible(page);
    const files = await call(server, 'agent', 'GET', `/tickets/${ticket?.id}/attachments`);
    expect((files.items as { name: string }[]).map(({ name }) => name).sort()).toEqual(['before.png', 'cat.png']);
    // The address holds no token that a screenshot or a history could give away.
    expect(page.url()).not.toContain('rpl_');
    await end();
  });

  test('d7 a customer has the price of a missing part kept back', async () => {
    const { ticket, token } = await withoutFilter();
    const { page, end } = await visit(browser, server, { language, phone: true, dark: language === 'en' });
    await open(page, token);
    expect(await page.locator('main').innerText()).toMatch(/35\.00[^]*253\.00/);
    await picture(page, `portal-offer-${language}`);
    await accessible(page);
    await page.getByRole('button', { name: say(language, 'OfferChoice', 'deduct') }).click();
    await page.getByRole('heading', { name: t('offer.title') }).waitFor({ state: 'detached' });
    await page.getByText('253.00').first().waitFor();
    const now = await call(server, 'finance', 'GET', `/refund-instructions?ticket=${ticket.id}&state=pending`);
    expect(now.items).toMatchObject([{ amount: { minor: 25_300, currency: 'CNY' } }]);
    await end();
  });
});

const t = words('zh-CN', 'portal');

test('d7 another promises to send the part, and the money waits for it', async () => {
  const { ticket, token } = await withoutFilter();
  const { page, end } = await visit(browser, server, { phone: true });
  await open(page, token);
  await page.getByRole('button', { name: say('zh-CN', 'OfferChoice', 'resend') }).click();
  await page.getByRole('heading', { name: t('offer.title') }).waitFor({ state: 'detached' });
  const now = await call(server, 'finance', 'GET', `/refund-instructions?ticket=${ticket.id}`);
  expect(now.items).toMatchObject([{ state: 'held', amount: { minor: 28_800 } }]);
  expect(await call(server, 'agent', 'GET', `/tickets/${ticket.id}`)).toMatchObject({ case: 'awaiting_return' });
  await end();
});

test('the customer tells the tracking number, and the warehouse awaits the parcel', async () => {
  const { ticket, token, number } = await agreed();
  const { page, end } = await visit(browser, server, { phone: true });
  await open(page, token);
  await page.getByLabel(t('tracking.carrier')).fill('顺丰');
  await page.getByLabel(t('tracking.number')).fill('??');
  await page.getByRole('button', { name: t('tracking.send') }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel(t('tracking.number')).fill(number);
  await page.getByRole('button', { name: t('tracking.send') }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.getByText(say('zh-CN', 'GoodsStatus', 'returning')).first().waitFor();
  const awaited = await call(server, 'warehouse', 'GET', `/tickets/${ticket.id}/warehouse`);
  expect(JSON.stringify(awaited)).toContain(number);
  await end();
});

test('z39 a customer withdraws, once asked again', async () => {
  const { ticket, token } = await agreed();
  const { page, end } = await visit(browser, server, { phone: true });
  await open(page, token);
  await page.getByRole('button', { name: t('withdraw') }).click();
  await accessible(page);
  await page.getByRole('button', { name: t('keep') }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await call(server, 'agent', 'GET', `/tickets/${ticket.id}`)).not.toMatchObject({ case: 'cancelled' });
  await page.getByRole('button', { name: t('withdraw') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('withdraw') }).click();
  await page.getByText(say('zh-CN', 'CaseStatus', 'cancelled')).first().waitFor();
  expect(await call(server, 'agent', 'GET', `/tickets/${ticket.id}`)).toMatchObject({ case: 'cancelled' });
  await end();
});

test('u14 a bad mark after the end is a task for the supervisor', async () => {
  const { ticket, token } = await withoutFilter();
  const { page, end } = await visit(browser, server, { phone: true });
  await open(page, token);
  await page.getByRole('button', { name: say('zh-CN', 'OfferChoice', 'deduct') }).click();
  await page.getByRole('heading', { name: t('offer.title') }).waitFor({ state: 'detached' });
  const due = await call(server, 'finance', 'GET', `/refund-instructions?ticket=${ticket.id}&state=pending`);
  const [refund] = due.items as Answer[];
  await call(server, 'finance', 'POST', `/refund-instructions/${refund?.id}/paid`, { reference: unique('BANK') });
  const asked = await call(server, 'admin', 'POST', `/tickets/${ticket.id}/survey-link`);
  // The next link in the same tab.
  await open(page, String(asked.token));
  await page.getByText(t('survey.no'), { exact: true }).click();
  await page.getByText('1 ★').first().click();
  await picture(page, 'portal-survey-zh-CN');
  await accessible(page);
  await page.getByRole('button', { name: t('survey.send') }).click();
  await page.getByText(t('survey.thanks')).waitFor();
  const tasks = await call(server, 'supervisor', 'GET', '/tasks?role=supervisor&open=true&limit=200');
  expect((tasks.items as { ticket: string }[]).some((task) => task.ticket === ticket.id)).toBe(true);
  await end();
});

test('a link that was taken back says what to do', async () => {
  const { ticket, token } = await agreed();
  const links = await call(server, 'agent', 'GET', `/tickets/${ticket.id}/portal-links`);
  for (const one of links.items as Answer[]) await call(server, 'agent', 'DELETE', `/portal-links/${one.id}`);
  const { page, end } = await visit(browser, server, { phone: true });
  await open(page, token);
  await page.getByText(t('over')).waitFor();
  await accessible(page);
  await end();
});

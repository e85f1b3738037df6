import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { server } from './given';
import { type Answer, call, customer, order, unique } from './shop';
import { type Language, languages, say, words } from './words';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What the server says, as far as a story looks into it. */
const get = async <Said>(role: string, path: string) => (await call(server, role, 'GET', path)) as unknown as Said;
const ticket = (id: string) => get<{ case: string; goods: string; money: string; number: string }>('agent', `/tickets/${id}`);
const scansOf = (number: string) => get<{ items: { outcome: string }[] }>('warehouse', `/scans?number=${number}`);

/** A number as carriers print it, that no other story uses. */
const tracking = () => `SF${String(Date.now()).slice(-9)}${String(Math.floor(Math.random() * 9_000) + 1_000)}`;

interface Goods {
  kind?: 'return_refund' | 'exchange';
  minor?: number;
  quantity?: number;
  /** Where the order lies, which makes a list of its own. */
  warehouse?: string;
}

/** A return that a supervisor has agreed to. */
async function agreed({ kind = 'return_refund', minor = 28_800, quantity = 1, warehouse }: Goods = {}): Promise<Answer & { number: string; sku: string; line: string }> {
  const sku = unique('FEEDER');
  const bought = order({ sku, title: '自动喂食器', minor, quantity });
  const made = await call(server, 'agent', 'POST', '/tickets', {
    kind,
    subject: '不喜欢',
    problem_type: 'unwanted',
    external_ref: unique('T'),
    customer: customer(),
    order: warehouse ? { ...bought, attributes: { warehouse } } : bought,
    lines: [{ order_line: '1', quantity, reason: 'unwanted' }],
  });
  await call(server, 'supervisor', 'POST', `/tickets/${made.id}/approve`, { opinion: 'ok' });
  const [line] = made.lines as { id: string }[];
  return { ...made, sku, number: String(made.number), line: line?.id ?? '' };
}

/** A return whose parcel is on its way. */
async function underway(goods: Goods = {}) {
  const made = await agreed(goods);
  const label = tracking();
  await call(server, 'agent', 'POST', `/tickets/${made.id}/parcels`, { tracking_number: label, carrier: '顺丰' });
  return { ...made, label };
}

/** Hears what the page plays: the pitch of every tone. */
async function listen(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const heard: number[] = [];
    Object.assign(window, { heard });
    const start = Object.getOwnPropertyDescriptor(AudioScheduledSourceNode.prototype, 'start')?.value as (this: AudioScheduledSourceNode) => void;
    AudioScheduledSourceNode.prototype.start = function (this: AudioScheduledSourceNode) {
      if (this instanceof OscillatorNode) heard.push(this.frequency.value);
      start.call(this);
    };
  });
  return () => page.evaluate(() => (window as unknown as { heard: number[] }).heard);
}

/** The name of a button: two Chinese characters are set with a space between them. */
const named = (word: string) => new RegExp(`^${word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/^(\p{Script=Han})(?=\p{Script=Han}$)/u, '$1\\s?')}$`, 'u');

/** What a scanner does: it types where the cursor is, and ends with Enter. */
async function scan(page: Page, label: string) {
  await page.keyboard.type(label);
  await page.keyboard.press('Enter');
}

/** Whether the edge of something is more green than red. */
const green = (of: Locator) =>
  of.evaluate((element) => {
    const [red = 0, lush = 0] = (getComputedStyle(element).borderTopColor.match(/\d+/g) ?? []).map(Number);
    return lush > red;
  });

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe.each(languages)('%s', (language: Language) => {
  const dark = language === 'en';
  const w = words(language, 'pages/warehouse');
  const answer = (page: Page) => page.getByRole('group', { name: w('scan.answer') });

  test('d4 d5 d7 a filter is missing, the money waits, 35 yuan are kept back and 253 are paid', async () => {
    const { id, number, label, sku } = await underway();

    // Somebody who answers for the articles says what belongs to one.
    const office = await visit(browser, server, { role: 'admin', language, dark });
    await office.page.goto('/warehouse?tab=checklists');
    await settled(office.page);
    await office.page.getByRole('button', { name: w('checklist.new') }).click();
    const editor = office.page.getByRole('dialog');
    await editor.getByLabel(w('checklist.sku')).fill(sku);
    await editor.getByLabel(w('checklist.name'), { exact: true }).fill('滤网组件');
    await editor.getByLabel(w('checklist.price', { currency: 'CNY' })).fill('35.00');
    await accessible(office.page);
    await picture(office.page, `warehouse-checklist-${language}`);
    await editor.getByRole('button', { name: named(words(language)('actions.save')) }).click();
    await office.page.getByRole('group', { name: sku }).getByText(/35\.00/).waitFor();
    expect(await get<Answer>('warehouse', `/checklists/${sku}`)).toMatchObject({
      parts: [{ name: '滤网组件', quantity: 1, price: { minor: 3_500, currency: 'CNY' } }],
    });
    await office.end();

    // At the gate: the scanner types into the box without anybody touching it.
    const gate = await visit(browser, server, { role: 'warehouse', language, dark, phone: true });
    const { page } = gate;
    const heard = await listen(page);
    await page.goto('/warehouse');
    await settled(page);
    await page.getByRole('button', { name: w('scan.mute') }).click();
    await page.getByRole('button', { name: w('scan.unmute') }).click();
    expect(await focused(page)).toBe(w('scan.label'));
    await scan(page, label);
    await answer(page).getByText(say(language, 'ScanOutcome', 'matched')).waitFor();
    await answer(page).getByText(number).waitFor();
    await answer(page).getByText(w('scan.complete')).waitFor();
    expect(await green(answer(page))).toBe(true);
    expect((await heard()).at(-1)).toBeGreaterThan(1_000);
    expect(await focused(page)).toBe(w('scan.label'));
    await accessible(page);
    await picture(page, `warehouse-scan-${language}`);
    expect((await ticket(id)).case).toBe('received');

    // At the table: everything is there but the filter.
    await page.getByRole('button', { name: w('scan.inspect') }).click();
    const line = page.getByRole('group', { name: '自动喂食器' });
    await line.getByText(w('inspect.sum', { counted: 1, expected: 1 })).waitFor();
    await line.getByRole('group', { name: /滤网组件/ }).getByRole('button', { name: w('inspect.more', { what: '' }) }).click();
    await line.getByText(w('parts.lacking', { names: '滤网组件' })).waitFor();
    await accessible(page);
    await picture(page, `warehouse-inspect-${language}`);
    await page.getByRole('button', { name: w('inspect.send') }).click();
    await page.getByText(w('result.hold')).waitFor();
    for (const step of ['held', 'risk', 'offer']) await page.getByText(w(`result.step.${step}`)).waitFor();
    await page.getByText(say(language, 'ProblemKind', 'missing_part')).first().waitFor();
    await page.getByText(w('offer.title')).scrollIntoViewIfNeeded();
    await accessible(page);
    await picture(page, `warehouse-hold-${language}`);
    expect((await heard()).at(-1)).toBeLessThan(300);
    expect((await ticket(id)).case).toBe('inspection_hold');
    const tasks = await get<{ items: unknown[] }>('admin', `/tasks?ticket=${id}&role=risk&open=true`);
    expect(tasks.items.length).toBeGreaterThan(0);
    expect((await get<{ items: { state: string }[] }>('finance', `/refund-instructions?ticket=${id}`)).items.filter(({ state }) => state === 'pending')).toEqual([]);

    // The customer reads the offer behind the link and agrees.
    const link = await call(server, 'agent', 'POST', `/tickets/${id}/portal-link`);
    const home = await visit(browser, server, { language, dark, phone: true });
    await home.page.goto(`/portal/#${String(link.token)}`);
    await home.page.getByText(/35/).first().waitFor();
    await home.page.getByRole('button', { name: say(language, 'OfferChoice', 'deduct') }).click();
    await expect.poll(async () => (await ticket(id)).case, { timeout: 10_000 }).toBe('settling');
    await home.end();

    // The page at the table says so by itself.
    await page.getByText(w('result.step.settling')).waitFor();
    await gate.end();

    // Finance has 253 yuan to pay; then the ticket is done.
    const refunds = await get<{ items: { id: string; amount: unknown }[] }>('finance', `/refund-instructions?ticket=${id}&state=pending`);
    expect(refunds.items.map(({ amount }) => amount)).toEqual([{ minor: 25_300, currency: 'CNY' }]);
    const desk = await visit(browser, server, { role: 'finance', language, dark });
    await desk.page.goto('/finance');
    await settled(desk.page);
    await desk.page.getByText(/253\.00/).first().waitFor();
    await desk.end();
    await call(server, 'finance', 'POST', `/refund-instructions/${String(refunds.items[0]?.id)}/paid`, { reference: unique('BANK') });
    expect(await ticket(id)).toMatchObject({ case: 'completed', money: 'refunded' });
  });

  test('d4 a parcel that nobody awaits is found its ticket', async () => {
    const { id, number } = await agreed();
    const label = tracking();
    const { page, end } = await visit(browser, server, { role: 'warehouse', language, dark, phone: true });
    const heard = await listen(page);
    await page.goto('/warehouse');
    await settled(page);
    await scan(page, label);
    await answer(page).getByText(say(language, 'ScanOutcome', 'unexpected'), { exact: true }).waitFor();
    await answer(page).getByText(w('scan.todo.unexpected')).waitFor();
    expect(await green(answer(page))).toBe(false);
    expect((await heard()).at(-1)).toBeLessThan(300);
    await accessible(page);
    await picture(page, `warehouse-unknown-${language}`);

    // A dialog takes the focus, and gives it back.
    await answer(page).getByRole('button', { name: w('unidentified.assign') }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe(w('scan.label'));

    await page.getByRole('link', { name: w('tab.unidentified') }).click();
    const parcel = page.getByRole('group', { name: label });
    await parcel.getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(w('unidentified.find')).fill(number);
    await page.keyboard.press('Enter');
    await dialog.getByRole('group', { name: number }).waitFor();
    await accessible(page);
    await picture(page, `warehouse-assign-${language}`);
    await dialog.getByRole('group', { name: number }).getByRole('button', { name: w('unidentified.give') }).click();
    await parcel.waitFor({ state: 'detached' });
    expect(await ticket(id)).toMatchObject({ case: 'received', goods: 'received' });

    // Back at the box the next one can be scanned at once.
    await page.getByRole('link', { name: w('tab.scan') }).click();
    await expect.poll(() => focused(page)).toBe(w('scan.label'));
    await end();
  });

  test('z10 d11 an exchange is set aside, picked from its shelf and shipped', async () => {
    const place = unique('WH');
    const swap = await agreed({ kind: 'exchange', minor: 9_900, warehouse: place });
    const sku = unique('TREE');
    const proposed = await call(server, 'agent', 'POST', `/tickets/${swap.id}/replacements`, {
      lines: [{ sku, replaces: swap.line, unit_price: { minor: 9_900, currency: 'CNY' } }],
    });
    const replacement = (proposed.replacement as { id: string }).id;
    const { page, end } = await visit(browser, server, { role: 'warehouse', language, dark });
    await page.goto('/warehouse?tab=ship&out=reserving');
    await settled(page);
    const card = page.getByRole('group', { name: `${say(language, 'ReplacementKind', 'exchange')} ${sku}` });
    await card.getByRole('button', { name: named(w('ship.reserved')) }).click();
    await card.waitFor({ state: 'detached' });

    // What the customer sends back comes, and is as it should be.
    const label = tracking();
    await call(server, 'agent', 'POST', `/tickets/${swap.id}/parcels`, { tracking_number: label });
    await call(server, 'warehouse', 'POST', '/scans', { raw: label });
    await page.goto('/warehouse?tab=inspect');
    await page.getByRole('group', { name: swap.number }).getByRole('button', { name: w('scan.inspect') }).click();
    await page.getByRole('button', { name: w('inspect.send') }).click();
    await page.getByText(w('result.ok')).waitFor();
    await page.getByText(w('result.step.replacement')).waitFor();
    await accessible(page);
    await picture(page, `warehouse-passed-${language}`);

    // The walk among the shelves, on paper.
    await page.goto('/warehouse?tab=picks');
    const list = page.getByRole('region', { name: place });
    await list.getByText(sku).waitFor();
    await accessible(page);
    await list.getByRole('button', { name: w('pick.make') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(w('pick.shelf', { sku, quantity: 1 })).fill('A-02-10');
    await page.keyboard.press('Enter');
    await dialog.getByText('A-02-10').waitFor();
    await accessible(page);
    await picture(page, `warehouse-walk-${language}`);
    const [paper] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: w('pick.print') }).click()]);
    expect(paper.suggestedFilename()).toMatch(/^PL-\d+\.pdf$/);
    await page.keyboard.press('Escape');
    await list.getByRole('button', { name: w('pick.picked') }).click();
    await page.getByRole('tooltip').getByRole('button', { name: /OK|确\s?定/ }).click();
    await list.waitFor({ state: 'detached' });

    // It leaves: the number is scanned into the dialog.
    await page.getByRole('link', { name: w('tab.ship') }).click();
    const ready = page.getByRole('group', { name: `${say(language, 'ReplacementKind', 'exchange')} ${sku}` });
    await ready.getByRole('button', { name: named(w('ship.ship')) }).click();
    await page.getByRole('dialog').getByLabel(w('ship.carrier')).fill('顺丰');
    await page.getByRole('dialog').getByLabel(w('ship.number')).focus();
    const out = tracking();
    await accessible(page);
    await scan(page, out);
    await ready.waitFor({ state: 'detached' });
    expect(await get<Answer>('agent', `/tickets/${swap.id}/replacements/${replacement}`)).toMatchObject({
      state: 'shipped',
      shipment: { number: out, carrier: '顺丰' },
    });
    await end();
  });
});

/** A camera that sees one label, and a browser that reads it. */
async function camera(page: Page, label: string) {
  await page.addInitScript((seen) => {
    const detect = () => Promise.resolve([{ rawValue: seen }]);
    Object.assign(window, {
      BarcodeDetector: class {
        detect = detect;
      },
    });
    navigator.mediaDevices.getUserMedia = () => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
      return Promise.resolve(canvas.captureStream());
    };
  }, label);
}

/** The smallest picture there is (PNG, one pixel). */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('d5 two parcels, one unit damaged: a photo, no agreement, and the goods go back', async () => {
  const w = words('zh-CN', 'pages/warehouse');
  const { id, number, label } = await underway({ quantity: 2, minor: 4_900 });
  const second = tracking();
  await call(server, 'agent', 'POST', `/tickets/${id}/parcels`, { tracking_number: second });
  const { page, end } = await visit(browser, server, { role: 'admin', phone: true });
  await camera(page, label);

  // What is expected is listed; the first parcel is read by the camera.
  await page.goto('/warehouse?tab=expected');
  await page.getByRole('group', { name: number }).getByText(second).waitFor();
  await accessible(page);
  await page.getByRole('link', { name: w('tab.scan') }).click();
  await page.getByRole('button', { name: w('camera.open') }).click();
  await page.getByText(w('scan.incomplete')).waitFor();
  const [read] = (await get<{ items: { source: string }[] }>('warehouse', `/scans?number=${label}`)).items;
  expect(read?.source).toBe('camera');

  // One of two is here: what is missing may come with the other parcel, so nothing is decided.
  await page.getByRole('button', { name: w('scan.inspect') }).click();
  await page.getByText(w('inspect.partial_other', { count: 1 })).waitFor();
  const line = page.getByRole('group', { name: '自动喂食器' });
  await line.getByRole('spinbutton', { name: w('inspect.good') }).fill('1');
  await line.getByText(w('inspect.fault.too_few', { count: 1, expected: 2 })).waitFor();
  expect(await page.getByRole('button', { name: w('inspect.not_yet') }).isDisabled()).toBe(true);
  await line.getByRole('button', { name: w('inspect.more', { what: w('inspect.missing') }) }).click();
  await accessible(page);
  await page.getByRole('button', { name: w('inspect.send') }).click();
  await page.getByText(w('result.waiting')).waitFor();
  expect((await ticket(id)).case).toBe('partially_received');

  // The other comes, and its unit is damaged.
  await page.getByRole('button', { name: w('inspect.scan_next') }).click();
  await expect.poll(() => focused(page)).toBe(w('scan.label'));
  await scan(page, second);
  await page.getByText(w('scan.complete')).waitFor();
  await page.getByRole('button', { name: w('scan.inspect') }).click();
  await line.getByRole('button', { name: w('inspect.less', { what: w('inspect.missing') }) }).click();
  await line.getByRole('button', { name: w('inspect.more', { what: w('inspect.damaged') }) }).click();
  const chosen = page.waitForEvent('filechooser');
  await line.getByRole('button', { name: w('photo.take') }).click();
  await (await chosen).setFiles({ name: 'broken.png', mimeType: 'image/png', buffer: PIXEL });
  await line.getByRole('img', { name: w('photo.one', { at: 1 }) }).waitFor();
  await line.getByLabel(w('inspect.note')).fill('外壳裂开');
  // A PDA may close the page while its camera is open: what was counted is still there.
  await page.reload();
  await line.getByRole('img', { name: w('photo.one', { at: 1 }) }).waitFor();
  await accessible(page);
  await picture(page, 'warehouse-damaged');
  await page.getByRole('button', { name: w('inspect.send') }).click();
  await page.getByText(w('result.hold')).waitFor();
  const [, found] = (await get<{ inspections: { lines: Record<string, unknown>[] }[] }>('warehouse', `/tickets/${id}/warehouse`)).inspections;
  expect(found?.lines[0]).toMatchObject({
    good: 1,
    damaged: 1,
    note: '外壳裂开',
    placements: [
      { quantity: 1, grade: 'a', disposition: 'restock' },
      { quantity: 1, grade: 'c', disposition: 'quarantine' },
    ],
  });
  expect(found?.lines[0]?.photos).toHaveLength(1);

  // No agreement: the goods go back, and leave with a number of their own.
  await page.getByRole('button', { name: w('send_back.open') }).click();
  await page.getByLabel(w('send_back.reason')).fill('外壳裂开，不能退款');
  await page.getByRole('dialog').getByRole('button', { name: w('send_back.open') }).click();
  await page.getByText(w('result.step.sent_back')).waitFor();
  await page.goto('/warehouse?tab=ship');
  const back = page.getByRole('group', { name: number });
  await back.getByRole('button', { name: w('ship.ship_back') }).click();
  await page.getByRole('dialog').getByLabel(w('ship.number')).fill(tracking());
  await page.keyboard.press('Enter');
  await back.waitFor({ state: 'detached' });
  expect((await ticket(id)).goods).toBe('sent_back');
  await end();
});

describe('without a network', () => {
  const w = words('zh-CN', 'pages/warehouse');
  const long = 'X'.repeat(4_001);

  test('scans queue up, go once each and in order, and one that is refused blocks none', async () => {
    const { id, label } = await underway();
    const unknown = [tracking(), tracking()];
    const { page, end } = await visit(browser, server, { role: 'warehouse', phone: true });
    await page.goto('/warehouse');
    await settled(page);
    const sent: string[] = [];
    page.on('response', (said) => {
      if (said.request().method() === 'POST' && said.url().endsWith('/api/v1/scans')) {
        sent.push(`${said.status()} ${(said.request().postDataJSON() as { raw: string }).raw.slice(0, 20)}`);
      }
    });
    await page.context().setOffline(true);
    await scan(page, String(unknown[0]));
    // A square code that holds a page: no tracking number, and more than the server takes.
    await page.getByLabel(w('scan.label')).fill(long);
    await page.keyboard.press('Enter');
    await scan(page, label);
    await scan(page, String(unknown[1]));
    await page.getByText(w('held.waiting_other', { count: 4 })).waitFor();
    await accessible(page);
    await picture(page, 'warehouse-offline');
    expect(sent).toEqual([]);

    await page.context().setOffline(false);
    const refused = page.getByRole('region', { name: w('held.refused') });
    await refused.waitFor();
    await page.getByText(w('held.waiting_other', { count: '' }).trim()).waitFor({ state: 'detached' });
    await expect.poll(() => sent).toEqual([`201 ${unknown[0]}`, `422 ${long.slice(0, 20)}`, `201 ${label}`, `201 ${unknown[1]}`]);
    for (const number of [label, ...unknown]) expect((await scansOf(number)).items.length, number).toBe(1);
    expect((await ticket(id)).case).toBe('received');

    // What was refused stands there with the server's words, over a reload too, until somebody has dealt with it.
    await page.reload();
    await settled(page);
    await refused.getByText(/4000/).waitFor();
    await accessible(page);
    await picture(page, 'warehouse-refused');
    await refused.getByRole('button', { name: w('held.again') }).click();
    await expect.poll(() => sent.length).toBe(5);
    await refused.getByRole('button', { name: w('held.dismiss') }).click();
    await refused.waitFor({ state: 'detached' });
    await end();
  });

  test('an account that may not scan and a hotspot that answers instead keep every scan', async () => {
    const [barred, strange] = [tracking(), tracking()];
    const { page, end } = await visit(browser, server, { role: 'warehouse' });
    await page.goto('/warehouse');
    await settled(page);
    const forbidden = { type: 'urn:redress:problem:forbidden', title: 'Not allowed', status: 403, code: 'forbidden', detail: '没有扫描权限' };
    let asked = 0;
    await page.route('**/api/v1/scans', (route) => {
      asked += 1;
      return route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(forbidden) });
    });
    await scan(page, barred);
    const told = page.getByRole('alert').filter({ hasText: forbidden.detail });
    await told.getByText(w('held.barred_other', { count: 1 })).waitFor();
    expect(asked).toBe(1);
    await accessible(page);
    await page.unroute('**/api/v1/scans');
    await page.route('**/api/v1/scans', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<html>Wi-Fi</html>' }));
    await scan(page, strange);
    await page.getByText(w('held.waiting_other', { count: 2 })).waitFor();
    await page.unroute('**/api/v1/scans');
    for (const number of [barred, strange]) await expect.poll(async () => (await scansOf(number)).items.length, { timeout: 15_000 }).toBe(1);
    await page.getByText(w('held.waiting_other', { count: 2 })).waitFor({ state: 'detached' });
    await end();
  });
});

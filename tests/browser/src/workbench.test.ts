import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { server } from './given';
import { type Answer, call, customer, order, ticket, unique } from './shop';
import { languages, say, words } from './words';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Chooses from a list that opens below a field. */
async function choose(page: Page, label: string, option: string) {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByTitle(option, { exact: true }).last().click();
}

/** Waits for so many rows of the list. */
async function rows(page: Page, count: number) {
  await page.waitForFunction((wanted) => document.querySelectorAll('tbody tr[data-row-key]').length === wanted, count);
}

/** Three tickets that wait for a director, with a word by which they are found. */
async function three(): Promise<{ word: string; subjects: string[]; made: [Answer, Answer, Answer] }> {
  const word = unique('bulk');
  const subjects = ['a', 'b', 'c'].map((end) => `${word} ${end}`);
  const made = [];
  for (const subject of subjects) made.push(await ticket(server, { subject, bought: { sku: 'FEEDER', title: '智能喂食器', minor: 288_000 } }));
  return { word, subjects, made: made as [Answer, Answer, Answer] };
}

/** A button by its words; between two Chinese characters a space is drawn. */
function button(name: string): RegExp {
  const plain = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${/^\p{Script=Han}{2}$/u.test(name) ? [...name].join('\\s?') : plain}$`);
}

describe.each(languages)('%s', (language) => {
  const dark = language === 'en';
  const t = words(language, 'pages/tickets');
  const n = words(language, 'pages/tickets/create');
  const wrong = words(language, undefined, 'faults.');

  test('l4 d3 a ticket for a small refund is typed in, approved by the rules, and found again', async () => {
    const number = unique('W');
    const subject = unique('cat');
    const { page, end } = await visit(browser, server, { role: 'agent', language, dark });
    await page.goto('/tickets');
    await settled(page);
    await page.keyboard.press('n');
    await page.getByRole('heading', { level: 1, name: n('title') }).waitFor();
    await page.getByLabel(say(language, 'TicketKind', 'refund_only'), { exact: true }).check();

    // Nobody knows the order: the page offers to type it in, and keeps its number.
    await page.getByLabel(n('order.search')).fill(number);
    await page.keyboard.press('Enter');
    await page.getByText(n('order.unknown', { text: number })).waitFor();
    await page.getByRole('button', { name: n('order.type') }).click();
    expect(await page.getByLabel(n('order.number')).inputValue()).toBe(number);
    await page.getByLabel(n('order.title'), { exact: true }).fill('猫粮试用装');
    await page.getByLabel(n('order.sku')).fill('SAMPLE-1');
    await page.getByLabel(n('order.category')).fill('pet_food');
    await page.getByLabel(n('order.price')).fill('ten');
    await page.getByLabel(n('customer.phone')).fill('13800000001');
    await page.getByLabel(n('customer.name')).fill('林女士');
    await page.getByLabel(n('customer.id')).fill(unique('C'));
    await page.getByRole('checkbox', { name: '猫粮试用装' }).check();
    await page.getByLabel(n('details.subject')).fill(subject);

    // What is missing is told where it is, and what was typed stays.
    await page.getByRole('button', { name: n('send') }).click();
    await page.getByText(n('missing.price')).waitFor();
    await page.getByText(n('missing.reason')).waitFor();
    expect(await page.getByLabel(n('details.subject')).inputValue()).toBe(subject);
    await page.getByLabel(n('order.price')).hover();
    await accessible(page);
    await picture(page, `workbench-new-${language}`);
    await page.getByLabel(n('order.price')).fill('9.90');
    await choose(page, n('lines.reason'), words(language)('code.reason.unwanted'));

    // Pressed twice, made once.
    await page.getByRole('button', { name: n('send') }).dblclick();
    await page.waitForURL(/\/tickets\/tkt_/);
    const id = page.url().split('/').at(-1) ?? '';
    const made = await call(server, 'agent', 'GET', `/tickets/${id}`);
    expect(made).toMatchObject({ case: 'settling', money: 'refund_pending', subject, channel: 'phone', refund: { verdict: 'approve', amount: { minor: 990, currency: 'CNY' } } });
    await page.getByText(say(language, 'CaseStatus', 'settling')).first().waitFor();
    await page.getByText(say(language, 'MoneyStatus', 'refund_pending')).first().waitFor();

    // Found by the order's number, with its states.
    await page.goto('/tickets');
    await settled(page);
    await page.keyboard.press('/');
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    const row = page.getByRole('row').filter({ hasText: subject });
    await row.waitFor();
    expect(await row.innerText()).toContain(say(language, 'CaseStatus', 'settling'));
    expect(await row.innerText()).toContain(say(language, 'MoneyStatus', 'refund_pending'));
    await page.waitForFunction(() => document.querySelectorAll('tbody tr[data-row-key]').length === 1);
    await end();
  });

  test('u9 z6 the published form of a kind is asked, checked at its fields, and kept with the ticket', async () => {
    const key = `wb_${unique('f').replaceAll('-', '')}`;
    await call(server, 'admin', 'POST', '/forms', { key, kinds: ['repair'], position: -9, enabled: true, definition: repairForm(key) });
    try {
      await call(server, 'admin', 'POST', `/forms/${key}/publish`);
      const bought = await call(server, 'agent', 'POST', '/orders', { ...order({ sku: 'FEEDER-2', title: '自动喂食器', minor: 28_800, quantity: 2 }), customer: customer() });
      const number = String(bought.external_id);
      const { page, end } = await visit(browser, server, { role: 'agent', language, dark });
      await page.goto('/tickets/new');
      await settled(page);
      await page.getByLabel(say(language, 'TicketKind', 'repair'), { exact: true }).check();
      await page.getByLabel(n('order.search')).fill(number);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: new RegExp(number) }).click();
      await page.getByText('13800000001').first().waitFor();
      await page.getByRole('checkbox', { name: /自动喂食器/ }).check();

      // No more than was bought can be asked for.
      const quantity = page.getByLabel(n('lines.quantity'));
      await quantity.fill('9');
      await quantity.blur();
      expect(await quantity.inputValue()).toBe('2');
      await quantity.fill('1');
      await choose(page, n('lines.reason'), words(language)('code.reason.malfunction'));

      // The order brings its number; a question appears with the answer that needs it, and the server judges while one types.
      const form = LABELS[language];
      expect(await page.getByLabel(form.order).inputValue()).toBe(number);
      expect(await page.getByLabel(form.order).isDisabled()).toBe(true);
      expect(await page.getByLabel(form.since).count()).toBe(0);
      await choose(page, form.symptom, form.noise);
      await page.getByLabel(form.since).waitFor();
      await page.getByLabel(form.phone).fill('12');
      await page.getByText(wrong('wrong_phone', { digits: 11 })).waitFor();
      await page.getByRole('button', { name: n('send') }).click();
      await page.getByText(wrong('required'), { exact: true }).waitFor();
      expect(await page.getByLabel(form.phone).inputValue()).toBe('12');
      await accessible(page);
      await picture(page, `workbench-form-${language}`);
      await page.getByLabel(form.phone).fill('13800000009');
      await page.getByLabel(form.since).fill('3');
      await page.locator('input[type="file"]').first().setInputFiles({ name: 'noise.png', mimeType: 'image/png', buffer: PIXEL });
      await page.getByTitle('noise.png').waitFor();
      await page.locator('input[type="file"]').last().setInputFiles({ name: 'chat.png', mimeType: 'image/png', buffer: PIXEL });
      await page.getByTitle('chat.png').waitFor();
      await page.getByRole('button', { name: n('send') }).click();
      await page.waitForURL(/\/tickets\/tkt_/);
      const id = page.url().split('/').at(-1) ?? '';
      const made = await call(server, 'agent', 'GET', `/tickets/${id}`);
      expect(made).toMatchObject({ kind: 'repair', fields: { order_no: number, symptom: 'noise', since: 3, phone: '13800000009', goods: [{ line: '1', quantity: 1 }], photos: [{ name: 'noise.png' }] } });
      const files = await call(server, 'agent', 'GET', `/tickets/${id}/attachments`);
      expect((files.items as { name: string }[]).map(({ name }) => name)).toContain('chat.png');
      await end();
    } finally {
      await call(server, 'admin', 'DELETE', `/forms/${key}`);
    }
  });

  test('l2 filters live in the address, views keep them, and columns are chosen', async () => {
    const { word, made } = await three();
    await call(server, 'agent', 'POST', `/tickets/${made[0].id}/cancel`, { reason: 'wrong' });
    const { page, end } = await visit(browser, server, { role: 'agent', language, dark });
    await page.goto(`/tickets?q=${word}`);
    await settled(page);
    const shown = (count: number) => rows(page, count);
    await shown(3);

    // A filter lives in the address, and a view keeps it under a name.
    await choose(page, t('filter.case'), say(language, 'CaseStatus', 'approval'));
    await shown(2);
    expect(new URL(page.url()).searchParams.get('case')).toBe('approval');
    await page.reload();
    await settled(page);
    await shown(2);
    await page.getByRole('button', { name: t('view.save') }).click();
    await page.getByLabel(t('view.name')).fill(word);
    await page.keyboard.press('Enter');
    await page.getByText(t('view.all'), { exact: true }).click();
    // The address is ahead of the page.
    await page.getByRole('button', { name: t('filter.clear') }).waitFor({ state: 'hidden' });
    await page.getByText(word, { exact: true }).first().click();
    await page.waitForURL((address) => address.searchParams.get('case') === 'approval');
    await shown(2);
    await page.getByRole('button', { name: t('view.rename') }).click();
    await page.getByLabel(t('view.name')).fill(`${word}!`);
    await page.keyboard.press('Enter');
    await page.getByText(`${word}!`, { exact: true }).first().waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: t('filter.clear') }).click();
    await page.waitForURL((address) => address.search === '');
    await page.goto(`/tickets?q=${word}`);
    await shown(3);

    // Further filters wait behind a button.
    await page.getByRole('button', { name: t('filter.further') }).click();
    await choose(page, t('filter.problem_type'), words(language)('code.problem.unwanted'));
    await page.waitForURL((address) => address.searchParams.get('problem_type') === 'unwanted');
    await shown(3);

    // Columns are chosen, and stay.
    await page.getByRole('button', { name: t('columns') }).click();
    await page.getByRole('checkbox', { name: t('column.order'), exact: true }).check();
    await page.getByRole('checkbox', { name: t('column.goods'), exact: true }).uncheck();
    await page.getByRole('columnheader', { name: t('column.order'), exact: true }).waitFor();
    await accessible(page);
    await page.reload();
    await settled(page);
    await page.getByRole('columnheader', { name: t('column.order'), exact: true }).waitFor();
    expect(await page.getByRole('columnheader', { name: t('column.goods'), exact: true }).count()).toBe(0);
    await end();
  });

  test('l2 keys move, choose and open; several tickets are changed at once, and what is refused stays chosen', async () => {
    const { word, subjects, made } = await three();
    const [first, second, third] = made;
    await call(server, 'agent', 'POST', `/tickets/${first.id}/cancel`, { reason: 'wrong' });
    const me = await call(server, 'agent', 'GET', '/me');
    const { page, end } = await visit(browser, server, { role: 'agent', language, dark });
    await page.goto(`/tickets?q=${word}`);
    await settled(page);
    await rows(page, 3);

    // Keys: down, choose, down, choose; the newest stands first.
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText(t('keys.x')).waitFor();
    await accessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    for (const key of ['j', 'x', 'j', 'x', 'j', 'x', 'k']) await page.keyboard.press(key);
    expect(await page.locator('tr[aria-current="true"]').innerText()).toContain(subjects[1]);
    await page.getByText(t('bulk.chosen_other', { count: 3 })).waitFor();

    // The withdrawn one is refused with the server's words and stays chosen; the others are done.
    await page.getByRole('button', { name: button(t('bulk.accept')) }).click();
    await page.getByRole('button', { name: t('bulk.go_other', { count: 3 }) }).click();
    const refused = page.getByRole('dialog').getByRole('alert');
    await refused.waitFor();
    expect(await refused.innerText()).toContain(String(first.number));
    expect((await refused.innerText()).length).toBeGreaterThan(40);
    await accessible(page);
    await picture(page, `workbench-bulk-${language}`);
    for (const { id } of [second, third]) {
      expect(await call(server, 'agent', 'GET', `/tickets/${id}`)).toMatchObject({ assignee: (me.user as Answer).id });
    }
    await page.getByRole('dialog').getByRole('button', { name: button(words(language)('actions.cancel')) }).click();
    await page.getByText(language === 'en' ? t('bulk.chosen_one') : t('bulk.chosen_other', { count: 1 })).waitFor();
    await page.keyboard.press('Escape');

    // A queue by its name, for two.
    for (const subject of subjects.slice(1)) await page.getByRole('row').filter({ hasText: subject }).getByRole('checkbox').check();
    await page.getByRole('button', { name: button(t('bulk.transfer')) }).click();
    await choose(page, t('bulk.queue'), '物流对接组');
    await page.getByRole('button', { name: t('bulk.go_other', { count: 2 }) }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    for (const { id } of [second, third]) expect(await call(server, 'agent', 'GET', `/tickets/${id}`)).toMatchObject({ queue: 'logistics' });
    await page.getByRole('row').filter({ hasText: subjects[2] }).filter({ hasText: '物流对接组' }).waitFor();

    // Enter opens what the keys are at.
    await rows(page, 3);
    await page.locator('h1').click();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/tickets/${second.id}`);
    await end();
  });

  test('what somebody else changes appears by itself', async () => {
    const subject = unique('live');
    const { id } = await ticket(server, { subject, bought: { sku: 'FEEDER', title: '智能喂食器', minor: 288_000 } });
    const { page, end } = await visit(browser, server, { role: 'agent', language, dark });
    const stream = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/events'));
    await page.goto(`/tickets?q=${subject}`);
    await settled(page);
    await stream;
    const row = page.getByRole('row').filter({ hasText: subject });
    await row.waitFor();
    expect(await row.innerText()).not.toContain('售后理赔组');
    await call(server, 'supervisor', 'POST', `/tickets/${id}/transfer`, { queue: 'claims', reason: 'theirs' });
    await row.filter({ hasText: '售后理赔组' }).waitFor({ timeout: 10_000 });
    await end();
  });

  test('on a telephone the list is cards, and filters wait behind a button', async () => {
    const subject = unique('phone');
    await ticket(server, { subject, bought: { sku: 'FEEDER', title: '智能喂食器', minor: 288_000 } });
    const { page, end } = await visit(browser, server, { role: 'agent', language, dark, phone: true });
    await page.goto(`/tickets?q=${subject}`);
    await settled(page);
    await page.getByRole('listitem').filter({ hasText: subject }).waitFor();
    await page.getByRole('button', { name: new RegExp(t('filter.title')) }).click();
    await page.getByRole('combobox', { name: t('filter.money') }).waitFor();
    await accessible(page);
    await picture(page, `workbench-phone-${language}`);
    await choose(page, t('filter.money'), say(language, 'MoneyStatus', 'refunded'));
    await page.getByRole('button', { name: t('filter.show') }).click();
    await page.getByText(t('empty')).waitFor();
    await page.goto('/tickets/new');
    await settled(page);
    await accessible(page);
    await end();
  });
});

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** What the questions of the form below are called. */
const LABELS = {
  'zh-CN': { order: '订单编号', symptom: '故障现象', noise: '有异响', since: '异响天数', phone: '联系电话' },
  en: { order: 'Order no.', symptom: 'Symptom', noise: 'Noise', since: 'Days of noise', phone: 'Call back' },
};

/** A form in which one answer asks for another. */
function repairForm(key: string) {
  const both = (name: keyof (typeof LABELS)['en']) => ({ 'zh-CN': LABELS['zh-CN'][name], en: LABELS.en[name] });
  const named = (zh: string, en: string) => ({ 'zh-CN': zh, en });
  return {
    key,
    kind: 'repair',
    version: 1,
    state: 'draft',
    currency: 'CNY',
    title: named('维修单', 'Repair'),
    sections: [
      {
        title: named('故障', 'Fault'),
        fields: [
          { key: 'order_no', label: both('order'), control: { type: 'related', resource: 'order' }, fill_from: 'order.number', locked: true },
          {
            key: 'symptom',
            label: both('symptom'),
            control: { type: 'select', options: [{ value: 'dead', label: named('不通电', 'No power') }, { value: 'noise', label: both('noise') }] },
            required: true,
          },
          { key: 'since', label: both('since'), control: { type: 'number', decimals: 0 }, required: true, show_when: 'field.symptom == "noise"' },
          { key: 'phone', label: both('phone'), control: { type: 'phone', digits: 11 }, fill_from: 'customer.phone' },
          { key: 'photos', label: named('故障照片', 'Pictures of it'), control: { type: 'image', max_count: 3, max_bytes: 1_000_000 } },
          { key: 'goods', label: named('商品', 'Goods'), control: { type: 'order_lines', quantities: true }, required: true },
        ],
      },
    ],
  };
}

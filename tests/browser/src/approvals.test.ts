import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessible as sound, launch, picture, settled, visit } from './browser';
import { silentGateway } from './gateway';
import { server } from './given';
import { type Answer, call, customer, order, ticket, unique } from './shop';
import { languages, say, words } from './words';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A name as it stands on a button: antd puts a space between two Chinese characters. */
const name = (text: string) => new RegExp(`^${[...text].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s?')}$`);
const read = (id: string) => call(server, 'admin', 'GET', `/tickets/${id}`);
const button = (page: Page, text: string) => page.getByRole('button', { name: name(text) });
/** The button of the dialog that lies above all others; while it is busy it is called otherwise. */
const confirm = (page: Page, text: string) => page.getByRole('dialog').last().getByRole('button', { name: name(text) });
const row = (page: Page, number: unknown) => page.getByRole('row').filter({ hasText: String(number) });
const opening = (page: Page, number: string) => page.getByRole('link', { name: number, exact: true });
const feeder = (minor: number) => ({ sku: 'FEEDER-PRO', title: '智能喂食器', minor });

/** Keeps a development server from loading the page anew while somebody edits it. */
async function quiet(page: Page) {
  if (process.env.QUIET) await page.routeWebSocket(/./, () => undefined);
}

/** What fades in is pale for a moment, so it is looked at when it stands still. */
async function accessible(page: Page) {
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity));
  await sound(page);
}

/** The refunds of a ticket, newest first, once there is one in this state. */
async function refund(id: string, state: string): Promise<Answer> {
  const until = Date.now() + 15_000;
  for (;;) {
    const { items } = (await call(server, 'finance', 'GET', `/refund-instructions?ticket=${id}`)) as unknown as { items: Answer[] };
    const found = items.find((one) => one.state === state);
    if (found) return found;
    if (Date.now() > until) throw new Error(`no ${state} refund of ${id}: ${JSON.stringify(items)}`);
    await new Promise((wait) => setTimeout(wait, 200));
  }
}

/** A ticket of somebody who bought before, so that there is something to report. */
async function bigTicket(): Promise<Answer> {
  const buyer = customer('周先生');
  for (const minor of [12_000, 8_800]) {
    await call(server, 'agent', 'POST', '/orders', { ...order({ sku: 'LITTER', title: '猫砂', category: 'pet_food', minor }), customer: buyer });
  }
  return await call(server, 'agent', 'POST', '/tickets', {
    kind: 'refund_only',
    subject: unique('喂食器不出粮'),
    problem_type: 'fault',
    external_ref: unique('T'),
    customer: buyer,
    order: order(feeder(288_000)),
    lines: [{ order_line: '1', quantity: 1, reason: 'fault' }],
  });
}

describe.each(languages)('%s', (language) => {
  const dark = language === 'en';
  const t = words(language, 'pages/approvals');
  const f = words(language, 'pages/finance');
  const enter = async (role: string, path: string) => {
    const { page, end } = await visit(browser, server, { role, language, dark });
    await quiet(page);
    await page.goto(path);
    await settled(page);
    return { page, end };
  };

  test('D3 the feeder of 2,880 yuan: the director agrees after the report, finance pays, the ticket is done', async () => {
    const made = await bigTicket();
    const number = String(made.number);
    const supervisor = await enter('supervisor', '/approvals?tab=all');
    await opening(supervisor.page, number).click();
    await supervisor.page.getByRole('dialog').getByText(made.subject as string).first().waitFor();
    await supervisor.page.getByRole('heading', { name: t('behaviour') }).waitFor();
    const needed = words(language)('role.director');
    await supervisor.page.getByText(t('told.below', { role: needed })).waitFor();
    expect(await button(supervisor.page, t('action.approve')).count(), 'a supervisor ranks too low').toBe(0);
    await supervisor.end();

    const director = await enter('director', '/approvals');
    await picture(director.page, `approvals-${language}`);
    await accessible(director.page);
    await opening(director.page, number).click();
    const report = director.page.getByRole('region', { name: t('behaviour') });
    await report.getByText(/3,088\.00/).waitFor();
    await director.page.getByText(t('told.report')).waitFor();
    await accessible(director.page);
    await picture(director.page, `approvals-ticket-${language}`);
    await director.page.keyboard.press('a');
    const dialog = director.page.getByRole('dialog').filter({ hasText: t('dialog.approve', { number }) });
    await dialog.getByLabel(t('say.approve')).fill('报告无异常，同意全额退款');
    await accessible(director.page);
    await confirm(director.page, t('action.approve')).click();
    await director.page.getByText(t('done.approve', { number })).waitFor();
    await director.end();
    expect(await read(made.id)).toMatchObject({ case: 'settling', money: 'refund_pending' });

    const finance = await enter('finance', '/finance');
    await row(finance.page, number).getByRole('button', { name: name(f('do.paid')) }).click();
    const reference = unique('ICBC');
    await finance.page.getByLabel(f('reference')).fill(reference);
    await accessible(finance.page);
    await picture(finance.page, `finance-paid-${language}`);
    await confirm(finance.page, f('do.paid')).click();
    await finance.page.getByText(f('done.paid')).waitFor();
    await row(finance.page, number).waitFor({ state: 'detached' });
    await finance.page.getByRole('tab', { name: f('tab.paid') }).click();
    await row(finance.page, number).getByText(reference).waitFor();
    await accessible(finance.page);
    await row(finance.page, number).getByRole('link', { name: number }).click();
    await finance.page.getByText(say(language, 'CaseStatus', 'completed')).first().waitFor();
    await finance.end();
    expect(await read(made.id)).toMatchObject({ case: 'completed', money: 'refunded' });
    expect(await refund(made.id, 'paid')).toMatchObject({ reference, amount: { minor: 288_000, currency: 'CNY' } });
  });

  test('Z13 a rejection without an opinion is refused and the dialog stays', async () => {
    const made = await ticket(server, { bought: feeder(30_000) });
    const number = String(made.number);
    const { page, end } = await enter('supervisor', `/approvals?ticket=${made.id}`);
    await button(page, t('action.reject')).click();
    const dialog = page.getByRole('dialog').filter({ hasText: t('dialog.reject', { number }) });
    await confirm(page, t('action.reject')).click();
    await dialog.getByText(t('opinion_missing')).waitFor();
    expect(await read(made.id)).toMatchObject({ case: 'approval', version: 1 });
    await accessible(page);
    await picture(page, `approvals-reject-${language}`);
    await dialog.getByLabel(t('say.reject')).fill('商品已使用，不符合无理由退货');
    await confirm(page, t('action.reject')).click();
    await page.getByText(t('done.reject', { number })).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await row(page, number).waitFor({ state: 'detached' });
    await end();
    expect(await read(made.id)).toMatchObject({ case: 'refused_once' });
    const { items } = (await call(server, 'supervisor', 'GET', `/tickets/${made.id}/timeline?limit=200`)) as unknown as { items: unknown[] };
    expect(JSON.stringify(items)).toContain('商品已使用，不符合无理由退货');
  });

  test('a second person was quicker: it is told, the list is renewed, and the words stay', async () => {
    const made = await ticket(server, { bought: feeder(26_000) });
    const number = String(made.number);
    const { page, end } = await enter('supervisor', `/approvals?ticket=${made.id}`);
    await button(page, t('action.approve')).click();
    const opinion = page.getByLabel(t('say.approve'));
    await opinion.fill('同意');
    await call(server, 'director', 'POST', `/tickets/${made.id}/approve`, { opinion: '我先来', amount: null });
    await confirm(page, t('action.approve')).click();
    await page.getByText(t('late.title')).waitFor();
    expect(await opinion.inputValue()).toBe('同意');
    await row(page, number).waitFor({ state: 'detached' });
    await accessible(page);
    await picture(page, `approvals-late-${language}`);
    await end();
    expect(await read(made.id)).toMatchObject({ case: 'settling' });
  });

  test('small amounts are approved together after one question that names count and total', async () => {
    const both = [await ticket(server, { bought: feeder(9_900) }), await ticket(server, { bought: feeder(12_000) })];
    const { page, end } = await enter('supervisor', '/approvals');
    await page.keyboard.press('?');
    await page.getByText(t('keys.x')).waitFor();
    await accessible(page);
    await page.keyboard.press('Escape');
    await page.getByText(t('keys.x')).waitFor({ state: 'hidden' });
    for (const { number } of both) await page.getByRole('checkbox', { name: t('select', { number: String(number) }) }).check();
    await button(page, t('bulk.approve')).click();
    await page.getByText(t('bulk.ask_other', { count: 2, sum: language === 'en' ? 'CN¥219.00' : '¥219.00' })).waitFor();
    await accessible(page);
    await picture(page, `approvals-bulk-${language}`);
    await button(page, t('bulk.ok_other', { count: 2 })).click();
    await page.getByText(t('bulk.done_other', { count: 2 })).waitFor();
    for (const { number } of both) await row(page, number).waitFor({ state: 'detached' });
    await end();
    for (const { id } of both) expect(await read(id)).toMatchObject({ case: 'settling', money: 'refund_pending' });
  });
});

describe('refunds that went wrong', () => {
  const t = words('zh-CN', 'pages/finance');
  let gateway: Awaited<ReturnType<typeof silentGateway>>;
  beforeAll(async () => {
    gateway = await silentGateway(server);
  });
  afterAll(() => gateway.close());

  /** A refund of 40 yuan, which the rules allow by themselves, over this way. */
  async function small(tender?: string): Promise<Answer> {
    const paid = { minor: 4_000, currency: 'CNY' };
    return await call(server, 'agent', 'POST', '/tickets', {
      kind: 'refund_only',
      subject: unique('少发一包'),
      problem_type: 'unwanted',
      external_ref: unique('T'),
      customer: customer('沈女士'),
      order: { ...order({ sku: 'SNACK', title: '冻干', category: 'pet_food', minor: 4_000 }), ...(tender ? { payments: [{ tender, reference: unique('pi'), amount: paid }] } : {}) },
      lines: [{ order_line: '1', quantity: 1, reason: 'unwanted' }],
    });
  }
  const enter = async (path: string) => {
    const { page, end } = await visit(browser, server, { role: 'finance', language: 'zh-CN' });
    await quiet(page);
    await page.goto(path);
    await settled(page);
    return { page, end };
  };
  const done = async (page: Page, what: string) => {
    const told = page.getByText(t(`done.${what}`)).last();
    await told.waitFor();
  };

  test('what failed is tried again as store credit, and the balance shows it', async () => {
    const made = await small();
    const number = String(made.number);
    const { page, end } = await enter('/finance');
    await row(page, number).getByRole('button', { name: name(t('do.failed')) }).click();
    await page.getByLabel(t('failure')).fill('账号已销户');
    await confirm(page, t('do.failed')).click();
    await done(page, 'failed');
    await page.getByRole('tab', { name: t('tab.failed') }).click();
    await row(page, number).getByText('账号已销户').waitFor();
    await picture(page, 'finance-failed');
    await row(page, number).getByRole('button', { name: name(t('do.retry')) }).click();
    await page.getByLabel(t('retry.credit')).check();
    await accessible(page);
    await confirm(page, t('do.retry')).click();
    await done(page, 'retry');
    expect(await refund(made.id, 'paid')).toMatchObject({ tender: 'credit', amount: { minor: 4_000 } });
    const { id } = (await read(made.id)).customer as Answer;
    const { external_id } = await call(server, 'finance', 'GET', `/customers/${id}`);
    await page.goto('/finance?tab=credit');
    await page.getByLabel(t('find_customer')).fill(String(external_id));
    await page.keyboard.press('Enter');
    await row(page, String(external_id)).getByText('沈女士').click();
    // The address shows whom, and what was searched: going back finds the list as it was.
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ tab: 'credit', customer: id, q: external_id });
    await page.getByText('¥40.00').first().waitFor();
    await button(page, t('do.book')).click();
    await page.getByLabel(t('spend')).check();
    await page.getByLabel(t('book_amount', { currency: 'CNY' })).fill('45');
    await page.getByLabel(t('reason')).fill('下单抵扣');
    await confirm(page, t('do.book')).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByLabel(t('book_amount', { currency: 'CNY' })).fill('15.50');
    await confirm(page, t('do.book')).click();
    await done(page, 'booked');
    await page.getByText('¥24.50').first().waitFor();
    await accessible(page);
    await picture(page, 'finance-credit');
    await end();
    expect(await call(server, 'finance', 'GET', `/customers/${id}/credit`)).toMatchObject({ balances: [{ minor: 2_450, currency: 'CNY' }] });
  });

  test('what is unknown is failed only after a look at the gateway, and goes another way', async () => {
    const made = await small(gateway.tender);
    await refund(made.id, 'unknown');
    const number = String(made.number);
    const { page, end } = await enter('/finance?tab=unknown');
    await page.getByText(t('advice.unknown')).waitFor();
    await row(page, number).getByRole('button', { name: name(t('do.failed')) }).click();
    await page.getByLabel(t('failure')).fill('网关后台查无此笔');
    const ok = confirm(page, t('do.failed'));
    expect(await ok.isDisabled(), 'nobody has looked').toBe(true);
    await page.getByLabel(t('checked')).check();
    await accessible(page);
    await picture(page, 'finance-unknown');
    await ok.click();
    await done(page, 'failed');
    await page.getByRole('tab', { name: t('tab.failed') }).click();
    await row(page, number).getByRole('button', { name: name(t('do.retry')) }).click();
    await page.getByLabel(t('retry.manual')).check();
    await confirm(page, t('do.retry')).click();
    await done(page, 'retry');
    await end();
    expect(await refund(made.id, 'failed')).toMatchObject({ tender: gateway.tender, failure: '网关后台查无此笔' });
    expect(await refund(made.id, 'pending')).toMatchObject({ tender: 'manual', amount: { minor: 4_000 } });
  });

  test("the gateway's statement says what became of the unknown ones", async () => {
    const [first, second] = [await small(gateway.tender), await small(gateway.tender)];
    const [paid, failed] = [await refund(first.id, 'unknown'), await refund(second.id, 'unknown')];
    const { page, end } = await enter('/finance?tab=statement');
    const reference = unique('re');
    const lines = ['商户退款单号,微信退款单号,退款金额,退款状态', `${paid.id},${reference},40.00,SUCCESS`, `${failed.id},,40.00,退款失败`, `${unique('other')},,7.00,SUCCESS`];
    await page.locator('input[type=file]').setInputFiles({ name: 'statement.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
    await row(page, paid.id).getByText(t('verdict.pay')).waitFor();
    await row(page, failed.id).getByText(t('verdict.fail')).waitFor();
    await page.getByText(t('verdict.stranger')).waitFor();
    await accessible(page);
    await picture(page, 'finance-statement');
    await button(page, t('statement.book_other', { count: 2 })).click();
    await page.getByText(t('statement.ask_paid_other', { count: 1, sum: '¥40.00' })).waitFor();
    await button(page, t('statement.ok')).click();
    await page.getByText(t('statement.done_other', { count: 2 })).waitFor();
    await row(page, paid.id).getByText(t('verdict.agrees')).waitFor();
    await end();
    expect(await refund(first.id, 'paid')).toMatchObject({ reference });
    expect(await refund(second.id, 'failed')).toMatchObject({ failure: t('statement.reason') });
    expect(await read(first.id)).toMatchObject({ case: 'completed' });
  });
});

describe('a task of a workflow', () => {
  const t = words('zh-CN', 'pages/approvals');
  const key = unique('countersign').replaceAll('-', '_');
  const node = unique('会签');
  const who = async (role: string) => ((await call(server, role, 'GET', '/me')).user as Answer & { name: string });

  /** Two named people must both agree. */
  beforeAll(async () => {
    const people = [await who('supervisor'), await who('director')].map(({ id }) => ({ person: id }));
    const name = (text: string) => ({ 'zh-CN': text, en: text });
    const buttons = [
      { code: 'agree', does: 'agree', next: 'done' },
      { code: 'refuse', does: 'reject', next: 'refused' },
      { code: 'transfer', does: 'transfer' },
      { code: 'delegate', does: 'delegate' },
    ];
    const definition = {
      id: key,
      version: 1,
      name: name('会签流程'),
      fallback: 'director',
      nodes: [
        { id: 'start', name: name('开始'), kind: { type: 'start', next: 'both' } },
        { id: 'both', name: name(node), kind: { type: 'approval', mode: 'all' }, work: { who: people, fallback: 'director', buttons }, limit: { within: '8h', clock: 'calendar', steps: [] } },
        { id: 'done', name: name('完成'), kind: { type: 'end', outcome: 'agreed' } },
        { id: 'refused', name: name('拒绝'), kind: { type: 'end', outcome: 'refused' } },
      ],
    };
    await call(server, 'director', 'POST', '/workflows', { key, definition, kinds: ['price_protect'], enabled: true, position: 0 });
    await call(server, 'director', 'POST', `/workflows/${key}/publish`);
  });
  afterAll(async () => {
    await call(server, 'director', 'PATCH', `/workflows/${key}`, { enabled: false });
  });

  const enter = async (role: string) => {
    const { page, end } = await visit(browser, server, { role, language: 'zh-CN' });
    await quiet(page);
    await page.goto('/approvals?tab=tasks');
    await settled(page);
    await page.getByRole('link', { name: node }).click();
    await page.getByRole('dialog').getByText(node).first().waitFor();
    return { page, end };
  };

  test('z13 z17 it is delegated to a person, taken, and done when all have agreed', async () => {
    const made = await ticket(server, { kind: 'price_protect', bought: feeder(30_000) });
    const deputy = await who('agent');
    const supervisor = await enter('supervisor');
    await supervisor.page.getByText(t('votes', { given: 0, missing: 2 })).waitFor();
    await accessible(supervisor.page);
    await picture(supervisor.page, 'approvals-task');
    await button(supervisor.page, t('does.delegate')).click();
    const dialog = supervisor.page.getByRole('dialog').filter({ hasText: t('hand_over.delegate') });
    await confirm(supervisor.page, t('does.delegate')).click();
    await dialog.getByText(t('to_missing')).waitFor();
    await dialog.getByRole('combobox', { name: t('to') }).fill(deputy.name);
    await supervisor.page.getByTitle(deputy.name, { exact: true }).last().click();
    await dialog.getByLabel(t('why')).fill('今天外出');
    await accessible(supervisor.page);
    await picture(supervisor.page, 'approvals-delegate');
    await confirm(supervisor.page, t('does.delegate')).click();
    await supervisor.page.getByText(t('done.delegate_task')).waitFor();
    await supervisor.end();

    const agent = await enter('agent');
    await button(agent.page, t('action.claim')).click();
    await agent.page.getByText(t('done.claim_task')).waitFor();
    await agent.page.getByLabel(t('opinion')).fill('代主管同意');
    await button(agent.page, t('does.agree')).click();
    await agent.page.getByText(t('decided')).waitFor();
    await agent.end();

    const director = await enter('director');
    await director.page.getByText('代主管同意').waitFor();
    await button(director.page, t('does.reject')).click();
    await director.page.getByText(t('opinion_missing')).waitFor();
    await director.page.getByLabel(t('opinion')).fill('同意差价');
    await button(director.page, t('does.agree')).click();
    await director.page.getByText(t('decided')).waitFor();
    await director.end();
    const flow = await call(server, 'director', 'GET', `/tickets/${made.id}/workflow`);
    expect(flow.state).toMatchObject({ is: 'finished', outcome: 'agreed' });
  });
});

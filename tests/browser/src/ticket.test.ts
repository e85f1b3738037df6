import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { accessible as checked, launch, picture, settled, visit } from './browser';
import { server } from './given';
import { call, ticket, unique } from './shop';
import { type Language, refusal, say, words } from './words';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The smallest picture there is. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** As `checked`, once nothing moves: what fades in is read by nobody yet. */
async function accessible(page: Page) {
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity));
  await checked(page);
}

/** Words of the parts of the page, in one language. */
function speaking(language: Language) {
  const place = 'pages/tickets/ticket';
  const part = (name: string) => words(language, `${place}/${name}`);
  return { page: words(language, place), act: part('actions'), why: words(language, 'parts/decision'), money: part('money'), sops: part('sops'), goods: part('replacements'), side: part('side') };
}

/** On a development server the page is not loaded anew when somebody edits it meanwhile. */
async function hush(page: Page) {
  if (process.env.REDRESS_SERVER) await page.routeWebSocket(/./, () => undefined);
}

/** Opens the ticket's page, and waits until it is there. */
async function open(page: Page, id: string, number: unknown) {
  await hush(page);
  await page.goto(`/tickets/${id}`);
  await page.getByRole('heading', { level: 1, name: String(number) }).waitFor();
  await settled(page);
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

/** A button of exactly this name, perhaps behind a picture; two Chinese characters stand apart on buttons. */
const button = (place: Page | Locator, name: string) => place.getByRole('button', { name: new RegExp(`(^|\\s)${[...name.replace(/[?()]/g, '.')].join('\\s?')}$`) });

/** Presses what stands behind 'more'. */
async function act(page: Page, { act: of }: ReturnType<typeof speaking>, key: string) {
  await button(page, of('more')).click();
  await page.getByRole('menuitem', { name: of(`action.${key}`), exact: true }).click();
  return page.getByRole('dialog', { name: of(`action.${key}`) });
}

const FEEDER = { sku: 'FEEDER-9', title: '自动喂食器', minor: 288_000 };

describe.each(['zh-CN', 'en'] as const)('a refund by hand, %s', (language) => {
  const dark = language === 'en';
  const said = speaking(language);
  const { page: of, act: does, why, money } = said;

  test('d3 z13 the agent sees whom it waits for and why; a director agrees; the ledger and the instruction appear', async () => {
    const macro = unique('sorry').toLowerCase();
    await call(server, 'supervisor', 'POST', '/macros', { key: macro, name: macro, body: '{{customer.name}}您好，工单{{ticket.number}}正在审核。' });
    const made = await ticket(server, { subject: '喂食器不出粮', problem: 'malfunction', bought: FEEDER });
    const number = String(made.number);

    const agent = await visit(browser, server, { role: 'agent', language, dark });
    const { page } = agent;
    await open(page, made.id, number);
    // Who is waited for, which rule said so and why, and that this person may not.
    const waiting = page.getByRole('alert').filter({ hasText: of('next.approval_of', { who: words(language)('role.director'), count: 0, of: 1 }) });
    await waiting.waitFor();
    expect(await waiting.innerText()).toContain('refund-tiers');
    expect(await waiting.innerText()).toContain('2880.00');
    expect(await waiting.innerText()).toContain(of('next.low', { who: words(language)('role.director'), own: words(language)('role.agent') }));
    expect(await button(page, does('action.approve')).count()).toBe(0);
    await accessible(page);
    await picture(page, `ticket-${language}${dark ? '-dark' : ''}`);

    // The rule's decision: replayed and explained.
    await tab(page, of('tab.decisions'));
    const hook = say(language, 'Hook', 'refund-approval');
    await page.getByRole('button', { name: why('replay_of', { of: `${hook} refund-tiers` }) }).click();
    await page.getByRole('status').filter({ hasText: why('identical') }).waitFor();
    const told = page.getByRole('status').filter({ hasText: why('would_change') });
    // The search has two seconds, in which a busy machine may find nothing.
    await vi.waitFor(
      async () => {
        await page.getByRole('button', { name: why('explain_of', { of: `${hook} refund-tiers` }) }).click();
        await told.waitFor({ timeout: 8_000 });
      },
      { timeout: 60_000 },
    );
    expect(await told.innerText()).toMatch(/500\.00/);
    expect(await told.innerText()).toContain(why('verdict.needs_approval', { who: words(language)('role.supervisor') }));
    await accessible(page);
    await picture(page, `ticket-decisions-${language}${dark ? '-dark' : ''}`);

    // A macro to the customer, by keyboard.
    await tab(page, of('tab.talk'));
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: of('macro.pick') }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type(macro);
    await page.keyboard.press('Enter');
    const preview = page.getByRole('dialog', { name: macro });
    await preview.getByText(`林女士您好，工单${number}正在审核。`).waitFor();
    await page.getByTitle(macro, { exact: true }).last().waitFor({ state: 'hidden' });
    await accessible(page);
    await button(preview, of('macro.apply')).click();
    await preview.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: of('tab.talk') }).getByText(`林女士您好，工单${number}正在审核。`).waitFor();

    // A note with a picture, looked at again.
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: of('talk.note') }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('电机不转，见照片');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: of('files.attach_note') }).click()]);
    await chooser.setFiles({ name: 'motor.png', mimeType: 'image/png', buffer: PIXEL });
    await button(page, of('talk.send_note')).and(page.locator(':enabled')).click();
    await page.getByRole('region', { name: of('tab.talk') }).getByText('电机不转，见照片').waitFor();
    expect(await page.getByRole('textbox', { name: of('talk.note') }).inputValue()).toBe('');
    await page.getByRole('button', { name: of('files.see', { name: 'motor.png' }) }).click();
    const file = page.getByRole('dialog', { name: 'motor.png' });
    await file.getByRole('img', { name: 'motor.png' }).waitFor();
    await accessible(page);
    await file.getByRole('button', { name: 'Close' }).or(file.locator('.ant-modal-close')).first().click();
    const kept = await call(server, 'agent', 'GET', `/tickets/${made.id}/attachments`);
    expect(kept.items).toMatchObject([{ name: 'motor.png', internal: true }]);
    await agent.end();

    // The supervisor is told why not.
    const supervisor = await visit(browser, server, { role: 'supervisor', language, dark });
    await open(supervisor.page, made.id, number);
    await supervisor.page.getByRole('alert').getByText(of('next.low', { who: words(language)('role.director'), own: words(language)('role.supervisor') })).waitFor();
    expect(await button(supervisor.page, does('action.approve')).count()).toBe(0);
    await supervisor.end();

    // The director agrees with an opinion; the money is booked and instructed.
    const director = await visit(browser, server, { role: 'director', language, dark });
    const desk = director.page;
    await open(desk, made.id, number);
    await button(desk, does('action.approve')).click();
    const dialog = desk.getByRole('dialog', { name: does('action.approve') });
    await dialog.getByLabel(does('field.opinion')).fill('到货即坏，同意');
    await accessible(desk);
    await button(dialog, does('action.approve')).click();
    await desk.getByRole('alert').filter({ hasText: of('next.settling') }).waitFor();
    await tab(desk, of('tab.money'));
    const ledger = desk.getByRole('table').filter({ hasText: money('payer') });
    await ledger.getByRole('row').filter({ hasText: money('total') }).getByText('2,880.00').waitFor();
    expect(await ledger.getByRole('row').filter({ hasText: FEEDER.sku }).innerText()).toContain('2,880.00');
    const sent = desk.getByRole('table').filter({ hasText: money('failure') });
    await sent.getByRole('row').filter({ hasText: say(language, 'RefundState', 'pending') }).getByText('2,880.00').waitFor();
    await accessible(desk);
    await picture(desk, `ticket-money-${language}${dark ? '-dark' : ''}`);

    // The service report comes as PDF.
    await button(desk, of('print')).click();
    const [paper] = await Promise.all([
      desk.waitForResponse((answer) => answer.url().includes(`/tickets/${made.id}/print/service_report`)),
      desk.getByRole('menuitem', { name: say(language, 'PaperKind', 'service_report') }).click(),
    ]);
    expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
    const shown = desk.getByRole('dialog', { name: number });
    const [download] = await Promise.all([desk.waitForEvent('download', (one) => one.suggestedFilename().includes(number)), button(shown, of('files.keep')).click()]);
    expect(download.suggestedFilename()).toBe(`${say(language, 'PaperKind', 'service_report')} ${number}.pdf`);
    await director.end();
  });
});

test('z10 an exchange: approved, proposed, taken in, shipped and delivered', async () => {
  const said = speaking('zh-CN');
  const { page: of, act: does, goods } = said;
  const made = await ticket(server, { kind: 'exchange', subject: '尺码小了一号', problem: 'size_mismatch', bought: { sku: 'COAT-M', title: '宠物外套 M', category: 'pet_apparel', minor: 13_900 } });
  const number = String(made.number);
  const agent = await visit(browser, server, { role: 'agent' });
  const supervisor = await visit(browser, server, { role: 'supervisor' });
  await open(supervisor.page, made.id, number);
  await button(supervisor.page, does('action.approve')).click();
  await button(supervisor.page.getByRole('dialog'), does('action.approve')).click();
  await supervisor.page.getByRole('alert').filter({ hasNotText: of('next.first_review') }).first().waitFor();
  await supervisor.end();

  const { page } = agent;
  await open(page, made.id, number);
  await tab(page, of('tab.goods'));
  await button(page, goods('propose.exchange')).click();
  const proposal = page.getByRole('dialog', { name: goods('propose.exchange') });
  await proposal.getByLabel(goods('field.sku')).fill('COAT-L');
  await proposal.getByLabel(goods('field.title')).fill('宠物外套 L');
  await proposal.getByLabel(goods('field.reason')).fill('换大一号');
  await accessible(page);
  await picture(page, 'ticket-propose');
  await button(proposal, goods('propose.exchange')).click();
  const card = page.getByRole('group', { name: say('zh-CN', 'ReplacementKind', 'exchange') });
  await card.getByText('宠物外套 L').waitFor();
  await button(card, goods('step.reserved')).click();
  await card.getByText(say('zh-CN', 'ReplacementState', 'reserved'), { exact: true }).waitFor();
  // Nobody may ship before the goods are here; this is the warehouse's.
  expect(await button(card, goods('step.ship')).count()).toBe(0);

  const warehouse = await visit(browser, server, { role: 'warehouse' });
  const { page: hall } = warehouse;
  await open(hall, made.id, number);
  const taken = await act(hall, said, 'receive');
  await taken.getByLabel(does('choice.condition.ok')).check();
  await button(taken, does('action.receive')).click();
  await taken.waitFor({ state: 'hidden' });
  await tab(hall, of('tab.goods'));
  const there = hall.getByRole('group', { name: say('zh-CN', 'ReplacementKind', 'exchange') });
  await button(there, goods('step.ship')).click();
  const parcel = hall.getByRole('dialog', { name: goods('step.ship') });
  await parcel.getByLabel(goods('field.tracking')).fill('SF1234567890');
  await accessible(hall);
  await button(parcel, goods('step.ship')).click();
  await there.getByText('SF1234567890').waitFor();
  await warehouse.end();

  // The agent's page follows by itself.
  await button(card, goods('step.delivered')).click();
  await page.getByRole('alert').filter({ hasText: of('next.completed') }).waitFor();
  await card.getByText(say('zh-CN', 'ReplacementState', 'delivered'), { exact: true }).waitFor();
  await accessible(page);
  await picture(page, 'ticket-exchange');
  await agent.end();
});

test('d8 a dispute with evidence and a ruling; a procedure is walked', async () => {
  const said = speaking('en');
  const { page: of, act: does, sops } = said;
  const made = await ticket(server, { subject: '少了滤网', problem: 'missing_part', bought: FEEDER });
  const agent = await visit(browser, server, { role: 'agent', language: 'en' });
  const { page } = agent;
  await open(page, made.id, made.number);

  // The procedure: a step takes its evidence, the next one says what to write to the customer.
  await tab(page, of('tab.sops'));
  await page.getByRole('combobox', { name: sops('which') }).click();
  await page.getByRole('option', { name: '退回商品配件缺失' }).or(page.locator('.ant-select-item-option', { hasText: '退回商品配件缺失' })).last().click();
  await button(page, sops('start')).click();
  const walk = page.getByRole('group', { name: '退回商品配件缺失' });
  expect(await button(walk, '确实缺少').isDisabled()).toBe(true);
  for (const shown of ['收货照片', '配件清单']) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(walk.getByRole('group', { name: shown }), of('files.attach')).click()]);
    await chooser.setFiles({ name: `${shown}.png`, mimeType: 'image/png', buffer: PIXEL });
  }
  await button(walk, '确实缺少').and(page.locator(':enabled')).click();
  await walk.getByText('按配件清单核对收货照片').waitFor();
  await walk.getByText('是否需要我们补发').waitFor();
  await accessible(page);
  await picture(page, 'ticket-procedure');
  await button(walk, sops('insert')).click();
  const reply = page.getByRole('textbox', { name: of('talk.reply') });
  await reply.and(page.locator(':focus')).waitFor();
  expect(await reply.inputValue()).toContain('是否需要我们补发');
  await tab(page, of('tab.sops'));
  await button(walk, '客户同意扣除').click();
  await walk.getByText('录入扣款，其余金额退款').waitFor();

  // The platform is called: money stands still, evidence is handed in, and the ruling ends it.
  const raised = await act(page, said, 'dispute');
  await raised.getByLabel(does('field.platform')).fill('TB-77');
  await button(raised, does('action.dispute')).click();
  await page.getByRole('alert').getByText(of('next.disputed')).waitFor();
  const proof = await act(page, said, 'evidence');
  await proof.getByLabel(does('field.shows')).fill('出库称重记录显示滤网已随箱');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(proof, of('files.attach')).click()]);
  await chooser.setFiles({ name: 'weight.png', mimeType: 'image/png', buffer: PIXEL });
  await proof.getByText('weight.png').waitFor();
  await accessible(page);
  await button(proof, does('action.evidence')).click();
  await page.getByText(say('en', 'DisputeStatus', 'negotiating'), { exact: true }).first().waitFor();
  const ruling = await act(page, said, 'ruled');
  await ruling.getByLabel(does('choice.for.seller')).check();
  await button(ruling, does('action.ruled')).click();
  await page.getByRole('alert').filter({ hasText: of('next.refused_final') }).waitFor();
  const kept = await call(server, 'agent', 'GET', `/tickets/${made.id}`);
  expect([kept.case, kept.dispute, kept.money]).toEqual(['refused_final', 'ruled_seller', 'none']);
  const files = await call(server, 'agent', 'GET', `/tickets/${made.id}/attachments`);
  expect((files.items as { name: string }[]).map(({ name }) => name).sort()).toEqual(['weight.png', '收货照片.png', '配件清单.png'].sort());
  await agent.end();
});

test('two people at once: what the second types survives', async () => {
  const { page: of } = speaking('zh-CN');
  const made = await ticket(server, { bought: FEEDER });
  const [first, second] = [await visit(browser, server, { role: 'agent' }), await visit(browser, server, { role: 'supervisor' })];
  // The second one's page hears nothing of changes, as when the connection is slow.
  let deaf = true;
  await second.page.route('**/api/v1/events', (route) => (deaf ? route.fulfill({ status: 200, contentType: 'text/event-stream', body: '' }) : route.continue()));
  await open(first.page, made.id, made.number);
  await open(second.page, made.id, made.number);
  const typing = second.page.getByRole('textbox', { name: of('talk.reply') });
  await typing.fill('您好，我们已经安排');

  const write = async (page: Page, text: string) => {
    await page.getByRole('textbox', { name: of('talk.reply') }).fill(text);
    await button(page, of('talk.send_reply')).click();
  };
  await write(first.page, '马上为您处理');
  await first.page.getByRole('region', { name: of('tab.talk') }).getByText('马上为您处理').waitFor();
  // Refused, told, and still there; what the first one wrote is seen now.
  await button(second.page, of('talk.send_reply')).click();
  await second.page.getByText(refusal('zh-CN', 'stale_version')).waitFor();
  expect(await typing.inputValue()).toBe('您好，我们已经安排');
  const talk = second.page.getByRole('region', { name: of('tab.talk') });
  await talk.getByText('马上为您处理').waitFor();
  await second.page.getByRole('status').filter({ hasText: of('talk.meanwhile') }).waitFor();
  await accessible(second.page);
  await picture(second.page, 'ticket-two');

  // Heard again: what others write comes by itself, and typing goes on.
  deaf = false;
  await write(first.page, '再补充一句');
  await talk.getByText('再补充一句').waitFor({ timeout: 40_000 });
  expect(await typing.inputValue()).toBe('您好，我们已经安排');
  await button(second.page, of('talk.send_reply')).click();
  await talk.getByText('您好，我们已经安排').waitFor();
  expect(await typing.inputValue()).toBe('');
  await first.end();
  await second.end();
});

test('z14 exactly what the node allows: fields, buttons, accepting and handing over by name', async () => {
  const { act: does } = speaking('zh-CN');
  const task = words('zh-CN', 'pages/tickets/ticket/tasks');
  const key = unique('story').toLowerCase();
  const agree = { code: 'agree', name: { 'zh-CN': '复核通过', en: 'Fine' }, does: 'agree', next: 'end' };
  const done = { code: 'done', name: { 'zh-CN': '处理完毕', en: 'Done' }, does: 'submit', next: 'check' };
  const away = [
    { code: 'transfer', name: { 'zh-CN': '转交', en: 'Hand over' }, does: 'transfer' },
    { code: 'delegate', name: { 'zh-CN': '委托', en: 'Delegate' }, does: 'delegate' },
  ];
  const definition = {
    id: key,
    version: 1,
    name: { 'zh-CN': `咨询处理 ${key}`, en: `Inquiry ${key}` },
    fallback: 'supervisor',
    fields: { answer: { name: { 'zh-CN': '处理结果', en: 'Answer' }, type: 'text' }, pieces: { name: { 'zh-CN': '件数', en: 'Pieces' }, type: 'integer' }, secret: { name: { 'zh-CN': '内部评分', en: 'Score' }, type: 'integer' } },
    nodes: [
      { id: 'start', name: { 'zh-CN': '提交', en: 'Start' }, kind: { type: 'start', next: 'handle' } },
      { id: 'handle', name: { 'zh-CN': '客服处理', en: 'Handle' }, kind: { type: 'form' }, work: { who: [{ role: 'agent' }], fields: { answer: 'required', pieces: 'write', secret: 'hidden' }, buttons: [done, ...away] } },
      { id: 'check', name: { 'zh-CN': '主管复核', en: 'Check' }, kind: { type: 'approval' }, work: { who: [{ role: 'supervisor' }], fields: { secret: 'hidden' }, buttons: [agree, { code: 'reject', does: 'reject', back: 'node', next: 'handle' }] } },
      { id: 'end', name: { 'zh-CN': '结束', en: 'End' }, kind: { type: 'end', outcome: 'solved' } },
    ],
  };
  await call(server, 'supervisor', 'POST', '/workflows', { key, definition, kinds: ['inquiry'], enabled: true, position: 0 });
  await call(server, 'supervisor', 'POST', `/workflows/${key}/publish`);
  const made = await call(server, 'agent', 'POST', '/tickets', { kind: 'inquiry', subject: '怎么清洗', problem_type: 'consultation', external_ref: unique('T'), lines: [] });
  // Other stories' tickets do not get it.
  await call(server, 'supervisor', 'PATCH', `/workflows/${key}`, { enabled: false });

  const agent = await visit(browser, server, { role: 'agent' });
  const { page } = agent;
  await open(page, made.id, made.number);
  const step = page.getByRole('group', { name: '客服处理' });
  await step.waitFor();
  // While it runs, the ticket's own approval is not offered, and hidden fields are not there.
  expect(await button(page, does('action.approve')).count()).toBe(0);
  expect(await step.getByText('内部评分').count()).toBe(0);
  await step.getByLabel('件数').fill('两件');
  await step.getByText(task('wrong.integer')).waitFor();
  expect(await button(step, '处理完毕').isDisabled()).toBe(true);
  await step.getByLabel('件数').fill('2');
  await step.getByLabel('处理结果').fill('已告知用清水冲洗');
  await button(step, task('claim')).click();
  await button(step, task('release')).click();
  await button(step, task('claim')).waitFor();
  expect(await step.getByLabel('处理结果').inputValue()).toBe('已告知用清水冲洗');
  await button(step, '转交').click();
  const hand = page.getByRole('dialog', { name: task('hand.transfer') });
  await hand.getByRole('combobox', { name: task('hand.to') }).fill(words('zh-CN')('role.supervisor'));
  await page.getByTitle(words('zh-CN')('role.supervisor'), { exact: true }).click();
  await page.getByTitle(words('zh-CN')('role.supervisor'), { exact: true }).last().waitFor({ state: 'hidden' }).catch(() => undefined);
  await button(hand, task('hand.transfer')).click();
  await hand.waitFor({ state: 'hidden' });
  await step.getByText(task('held', { who: words('zh-CN')('role.supervisor') })).waitFor();
  expect(await button(step, '处理完毕').count()).toBe(0);
  await accessible(page);
  await agent.end();

  const supervisor = await visit(browser, server, { role: 'supervisor' });
  const { page: desk } = supervisor;
  await open(desk, made.id, made.number);
  const handled = desk.getByRole('group', { name: '客服处理' });
  await handled.getByLabel('处理结果').fill('已告知用清水冲洗');
  await button(handled, '处理完毕').click();
  const check = desk.getByRole('group', { name: '主管复核' });
  await check.getByText('已告知用清水冲洗').waitFor();
  await check.getByLabel(task('opinion')).fill('答复准确');
  await picture(desk, 'ticket-task');
  expect(await button(check, say('zh-CN', 'WorkflowDoes', 'reject')).isDisabled()).toBe(false);
  await button(check, '复核通过').click();
  await check.waitFor({ state: 'hidden' });
  await desk.getByText('答复准确').first().waitFor();
  await accessible(desk);
  await supervisor.end();
});

test('u12 whose it is, what it costs and what belongs together is changed by people, not by codes', async () => {
  const said = speaking('en');
  const { page: of, act: does, money, side } = said;
  const bought = { ...FEEDER, minor: 60_000 };
  const made = await ticket(server, { bought });
  const director = await visit(browser, server, { role: 'director', language: 'en' });
  const { page } = director;
  await open(page, made.id, made.number);

  // To a colleague of another queue, both found by name.
  const away = await act(page, said, 'transfer');
  await away.getByRole('combobox', { name: does('field.queue') }).click();
  await page.getByTitle('退换货组', { exact: true }).last().click();
  await away.getByRole('combobox', { name: does('field.person') }).fill('小张');
  await page.keyboard.press('Enter');
  await away.getByLabel(does('field.reason')).fill('knows the customer');
  await button(away, does('action.transfer')).click();
  await away.waitFor({ state: 'hidden' });
  const moved = await call(server, 'agent', 'GET', `/tickets/${made.id}`);
  const me = await call(server, 'agent', 'GET', '/me');
  expect([moved.queue, moved.assignee]).toEqual(['returns', (me.user as { id: string }).id]);

  // Priority and tags.
  const described = await act(page, said, 'describe');
  await described.getByLabel(say('en', 'Priority', 'urgent')).check();
  await described.getByRole('combobox', { name: does('field.tags') }).fill('回访');
  await page.keyboard.press('Enter');
  await button(described, does('action.describe')).click();
  await page.getByRole('list', { name: of('head.tags') }).getByText('回访').waitFor();

  // A lower amount finds its tier: up to 500 yuan a supervisor is enough.
  const amounts = await act(page, said, 'amounts').then(() => page.getByRole('dialog', { name: money('change') }));
  await amounts.getByLabel(`${bought.sku} × 1`).fill('450');
  await amounts.getByLabel(money('reason')).fill('keeps the bowl');
  await accessible(page);
  await button(amounts, money('change')).click();
  await page.getByRole('alert').filter({ hasText: of('next.approval_of', { who: words('en')('role.supervisor'), count: 0, of: 1 }) }).waitFor();

  // Agreed to, then freight on top: the sum says what the customer gets.
  await button(page, does('action.approve')).click();
  await button(page.getByRole('dialog'), does('action.approve')).click();
  await page.getByRole('alert').filter({ hasText: of('next.settling') }).waitFor();
  await tab(page, of('tab.money'));
  await button(page, money('book')).click();
  const booking = page.getByRole('dialog', { name: money('book') });
  const row = booking.getByRole('group', { name: money('entry', { place: 1 }) });
  await row.getByLabel(money('amount')).fill('12.50');
  await row.getByLabel(money('reason')).fill('return postage');
  await booking.getByRole('status').getByText('462.50').waitFor();
  await accessible(page);
  await picture(page, 'ticket-book');
  await button(booking, money('book')).click();
  await page.getByRole('row').filter({ hasText: money('total') }).getByText('462.50').waitFor();
  const sent = page.getByRole('table').filter({ hasText: money('failure') });
  await sent.getByRole('row').filter({ hasText: say('en', 'RefundState', 'pending') }).getByText('462.50').waitFor();

  // A link for the customer, shown once and revoked.
  await button(page, side('links.portal')).click();
  await page.getByText(/\/portal\/.*#/).or(page.getByText(/https?:\/\/.*portal/)).first().waitFor();
  await accessible(page);
  await button(page, side('links.revoke')).first().click();
  await button(page.getByRole('tooltip'), words('en')('actions.confirm')).or(page.locator('.ant-popconfirm-buttons .ant-btn-primary')).last().click();
  await button(page, side('links.revoke')).first().waitFor({ state: 'hidden' });

  // Paid, and fetched back: only then can it be.
  expect((await call(server, 'director', 'GET', `/tickets/${made.id}`)).money).toBe('refund_pending');
  const elsewhere = await act(page, said, 'elsewhere');
  await elsewhere.getByLabel(does('field.amount')).fill('462.50');
  await button(elsewhere, does('action.elsewhere')).click();
  await page.getByRole('alert').filter({ hasText: of('next.completed') }).waitFor();
  const back = await act(page, said, 'clawback');
  await back.getByLabel(does('field.amount')).fill('99999');
  await back.getByLabel(does('field.reason')).fill('never sent back');
  await button(back, does('action.clawback')).click();
  // More than was paid is refused in place, and what was typed stays.
  await back.getByRole('alert').waitFor();
  expect(await back.getByLabel(does('field.reason')).inputValue()).toBe('never sent back');
  await back.getByLabel(does('field.amount')).fill('100');
  await button(back, does('action.clawback')).click();
  await back.waitFor({ state: 'hidden' });
  const waived = await act(page, said, 'waived');
  await waived.getByLabel(does('field.reason')).fill('goodwill');
  await button(waived, does('action.waived')).click();
  await page.getByRole('alert').filter({ hasText: of('next.completed') }).waitFor();
  await director.end();
});

test('u11 a duplicate goes into the ticket that is found by its number', async () => {
  const said = speaking('zh-CN');
  const { page: of, act: does } = said;
  const first = await ticket(server, { subject: '重复提交', bought: FEEDER });
  const same = first.customer as { external_id: string };
  const second = await call(server, 'agent', 'POST', '/tickets', {
    kind: 'complaint',
    subject: '催一下退款',
    problem_type: 'service',
    external_ref: unique('T'),
    customer: { external_id: same.external_id, name: '林女士' },
    lines: [],
  });
  const agent = await visit(browser, server, { role: 'agent', dark: true });
  const { page } = agent;
  await open(page, second.id, second.number);
  const merging = await act(page, said, 'merge');
  await merging.getByRole('combobox', { name: does('field.into') }).fill(String(first.number));
  await page.getByTitle(new RegExp(`^${String(first.number)} `)).last().click();
  await button(merging, does('action.merge')).click();
  await page.getByRole('alert').filter({ hasText: of('next.merged') }).waitFor();
  // Each names the other.
  await page.getByRole('link', { name: of('head.belongs_to', { kind: say('zh-CN', 'LinkKind', 'duplicate') }) }).click();
  await page.getByRole('heading', { level: 1, name: String(first.number) }).waitFor();
  await page.getByText('催一下退款').first().waitFor();
  await accessible(page);
  await agent.end();
});

test('keys: on through the list that was shown, and to everything one does often', async () => {
  const { page: of, act: does } = speaking('zh-CN');
  for (const subject of ['第一张', '第二张']) await ticket(server, { subject, bought: FEEDER });
  const agent = await visit(browser, server, { role: 'agent' });
  const { page } = agent;
  await hush(page);
  await page.goto('/tickets?case=approval');
  await settled(page);
  const numbers = page.getByRole('link', { name: /^AS\d+$/ });
  const [first, second] = [await numbers.nth(0).innerText(), await numbers.nth(1).innerText()];
  await page.getByRole('link', { name: first, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: first }).waitFor();
  await page.keyboard.press('j');
  await page.getByRole('heading', { level: 1, name: second }).waitFor();
  await page.keyboard.press('k');
  await page.getByRole('heading', { level: 1, name: first }).waitFor();
  await page.keyboard.press('r');
  const reply = page.getByRole('textbox', { name: of('talk.reply') });
  await reply.and(page.locator(':focus')).waitFor();
  // Letters are letters while somebody types, and what was typed is there again later.
  await page.keyboard.type('jkr');
  expect(await reply.inputValue()).toBe('jkr');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await page.getByRole('heading', { level: 1, name: second }).waitFor();
  expect(await reply.inputValue()).toBe('');
  await page.keyboard.press('k');
  await page.getByRole('heading', { level: 1, name: first }).waitFor();
  expect(await reply.inputValue()).toBe('jkr');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('a');
  await page.getByRole('menuitem', { name: does('action.transfer'), exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menuitem', { name: does('action.transfer'), exact: true }).waitFor({ state: 'hidden' });
  await agent.end();
});

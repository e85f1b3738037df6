import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { type Running, setAhead, start } from './server';
import { type Answer, call, ticket } from './shop';
import { say, words } from './words';

/** One server for the whole story: its clock only goes forward. */
let server: Running;
let stop: (() => Promise<void>) | undefined;
let browser: Browser | undefined;
let hours = 0;
beforeAll(async () => {
  ({ running: server, stop } = await start({ movable: true }));
  browser = await launch();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await stop?.();
}, 60_000);

interface Fired {
  target: string;
  step: string;
  done: { do: string; role?: string; by?: string; to?: string }[];
}
const list = async (role: string, path: string) => ((await call(server, role, 'GET', path)) as unknown as { items: Record<string, unknown>[] }).items;

/** Every escalation that the ticket's timeline tells of. */
async function fired(id: string): Promise<Fired[]> {
  const entries = await list('supervisor', `/tickets/${id}/timeline?limit=200`);
  return entries.filter(({ kind }) => kind === 'sla.fired').map(({ data }) => data as Fired);
}

/** Waits until the ticket has been looked at and this step was done. */
async function step(id: string, target: string, name: string): Promise<Fired> {
  const until = Date.now() + 60_000;
  for (;;) {
    const all = await fired(id);
    const found = all.find((one) => one.target === target && one.step === name);
    if (found) return found;
    if (Date.now() > until) throw new Error(`${target}.${name} was not done: ${JSON.stringify(all)}`);
    await new Promise((wait) => setTimeout(wait, 300));
  }
}

/** Moves the clocks of the server and of the people who look forward to so many hours from now. */
function ahead(to: number) {
  hours = to;
  setAhead(server, to);
}

async function enter(role: string, path: string) {
  const { page, end } = await visit(browser as Browser, server, { role, language: 'zh-CN' });
  await page.clock.setSystemTime(Date.now() + hours * 3_600_000);
  await page.goto(path);
  await settled(page);
  return { page, end };
}

const row = (page: Page, number: unknown) => page.getByRole('row').filter({ hasText: String(number) });
const late = new RegExp(words('zh-CN')('due.late', { text: '' }).trim());
const bought = { sku: 'FEEDER-ESC', title: '智能喂食器', minor: 26_000 };

/** The countdown says that the time is over, and is red: words and not colour alone. */
async function isLate(of: Locator) {
  const countdown = of.getByText(late).first();
  await countdown.waitFor();
  const [red = 0, green = 0, blue = 0] = (await countdown.evaluate((one) => getComputedStyle(one).color)).match(/\d+/g)?.map(Number) ?? [];
  expect(red, 'red').toBeGreaterThan(Math.max(green, blue) + 60);
}

test('l19 z20 z24 u13: whom a request is brought to as it waits, and what they see', { timeout: 240_000 }, async () => {
  const lead = (await list('admin', '/users')).find(({ email }) => String(email).startsWith('gao@')) as Answer;
  const queue = (await list('admin', '/queues')).find(({ key }) => key === 'logistics') as Answer;
  await call(server, 'admin', 'PATCH', `/queues/${queue.id}`, { lead: lead.id });

  // Nobody takes this one; that one is taken and waits in the logistics group; the third waits for its first review.
  const untaken = await ticket(server, { bought });
  const moved = await ticket(server, { bought });
  const reviewed = await ticket(server, { kind: 'exchange', bought });
  await call(server, 'agent', 'POST', `/tickets/${moved.id}/transfer`, { queue: 'logistics', reason: '请查物流' });
  await call(server, 'agent', 'POST', `/tickets/${moved.id}/accept`);
  expect(reviewed).toMatchObject({ case: 'first_review', priority: 'normal' });

  // L19 after ten minutes, Z20 after thirty.
  ahead(0.6);
  expect((await step(untaken.id, 'accepted', 'supervisor')).done).toEqual([{ do: 'tell_role', role: 'supervisor', by: 'popup' }]);
  const manager = await step(untaken.id, 'accepted_at_last', 'manager');
  expect(manager.done).toEqual([{ do: 'raise_priority', to: 'high' }, { do: 'tell_role', role: 'director', by: 'mail' }]);
  expect(await call(server, 'agent', 'GET', `/tickets/${untaken.id}`)).toMatchObject({ priority: 'high' });
  expect(await fired(moved.id), 'somebody has it').toEqual([]);

  // Z24 after four hours: a task for the supervisor.
  ahead(5);
  await step(reviewed.id, 'first_review', 'supervisor');
  const supervisor = await enter('supervisor', '/approvals?tab=tasks');
  await supervisor.page.getByText(new RegExp(`${String(reviewed.number)}.*超时`)).first().waitFor();
  await accessible(supervisor.page);
  await picture(supervisor.page, 'escalation-task');
  await supervisor.end();

  // U13 after a day: the group's lead is told, and the priority rises.
  expect(await call(server, 'agent', 'GET', `/tickets/${moved.id}`)).toMatchObject({ priority: 'normal' });
  ahead(25);
  const day = await step(moved.id, 'logistics', 'lead');
  expect(day.done).toEqual([{ do: 'tell_queue_lead', by: 'popup' }, { do: 'raise_priority', to: 'high' }]);
  const messages = await list('admin', '/outbox?limit=200');
  const told = messages.filter((one) => one.ticket === moved.id && JSON.stringify(one.recipient) === JSON.stringify({ user: lead.id }));
  expect(told.length, 'the lead of the group was told').toBeGreaterThan(0);
  expect((await fired(moved.id)).some(({ step: name }) => name === 'supervisor'), 'not yet').toBe(false);
  const first = await enter('supervisor', '/tickets?queue=logistics');
  await isLate(row(first.page, moved.number));
  await row(first.page, moved.number).getByText(say('zh-CN', 'Priority', 'high')).waitFor();
  await picture(first.page, 'escalation-day');
  await first.end();

  // And after two days the supervisor of customer service; the whole case is late as well, which is a task.
  ahead(49);
  expect((await step(moved.id, 'logistics', 'supervisor')).done).toEqual([{ do: 'tell_role', role: 'supervisor', by: 'popup' }]);
  expect((await step(moved.id, 'whole_case', 'late')).done).toContainEqual({ do: 'tell_role', role: 'supervisor', by: 'task' });
  const tasks = await list('supervisor', `/tasks?ticket=${moved.id}&open=true`);
  expect(tasks.map(({ role }) => role)).toContain('supervisor');
  const second = await enter('supervisor', `/tickets/${moved.id}`);
  await isLate(second.page.getByRole('main'));
  await second.page.getByText(String(tasks[0]?.title)).first().waitFor();
  await picture(second.page, 'escalation-two-days');
  await second.end();
  const steps = (await fired(moved.id)).map(({ target, step: name }) => `${target}.${name}`);
  expect(steps, 'each once').toEqual([...new Set(steps)]);
});

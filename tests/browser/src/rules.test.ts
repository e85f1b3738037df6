import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, launch, picture, settled, visit } from './browser';
import { server } from './given';
import { type Answer, call, ticket, unique } from './shop';
import { words } from './words';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const t = words('zh-CN', 'pages/rules');
const common = words('zh-CN');

interface Binding extends Answer {
  key: string;
  config: { tiers: Record<string, { up_to?: number | null }[]> };
}

const tiers = async () => {
  const { items } = (await call(server, 'supervisor', 'GET', '/bindings?hook=refund-approval')) as Answer & { items: Binding[] };
  const found = items.find(({ key }) => key === 'refund-tiers');
  if (!found) throw new Error('the demo shop has no refund tiers');
  return found;
};

/** A refund of 66.00: above what the demo shop lets pass by itself. */
const wish = () => ticket(server, { bought: { sku: unique('BOWL'), title: '陶瓷碗', category: 'pet_food', minor: 6_600 } });

test('d1 the supervisor lets more pass before a sale, tries it on the past first, and takes it back', async () => {
  const before = await tiers();
  expect(before.config.tiers.CNY?.[0]?.up_to).toBe(5_000);
  expect(await wish()).toMatchObject({ case: 'approval' });

  const { page, end } = await visit(browser, server, { role: 'supervisor' });
  await page.goto('/rules');
  await settled(page);
  await page.getByRole('link', { name: 'refund-tiers', exact: true }).click();
  const amount = page.getByLabel(t('tiers.up_to_step', { step: 1 }));
  await amount.waitFor();
  expect(await amount.inputValue()).toBe('50.00');
  await amount.fill('900');
  await page.getByText(t('tiers.rising')).waitFor();
  await amount.fill('80');
  await page.getByText(t('tiers.rising')).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: t('try') }).click();
  const result = page.getByRole('status').filter({ hasText: t('column.consequence') });
  await result.waitFor({ timeout: 60_000 });
  // At least the refund of 66.00 from above would have passed.
  expect(await result.innerText()).toMatch(/¥\d/);
  await picture(page, 'rules-tiers-zh-CN');
  await accessible(page);

  await page.getByLabel(t('reason')).fill('双十一大促');
  try {
    await page.getByRole('button', { name: common('actions.save') }).click();
    await expect.poll(async () => (await tiers()).config.tiers.CNY?.[0]?.up_to).toBe(8_000);
    // Nothing but the amount was written: what nobody typed stays the plugin's own.
    const after = await tiers();
    expect(after.config).toEqual({ ...before.config, tiers: { CNY: [{ ...before.config.tiers.CNY?.[0], up_to: 8_000 }, ...(before.config.tiers.CNY?.slice(1) ?? [])] } });
    expect(await wish()).toMatchObject({ case: 'settling', money: 'refund_pending' });

    await page.getByRole('tab', { name: t('history') }).click();
    await page.getByRole('row').filter({ hasText: '双十一大促' }).filter({ hasText: '客服主管 王姐' }).first().waitFor();
    await accessible(page);
    await picture(page, 'rules-history-zh-CN');
    await page.getByRole('button', { name: t('roll_back') }).click();
    await page.locator('.ant-popover:visible, [role="dialog"]:visible').getByRole('button').last().click();
    await expect.poll(async () => (await tiers()).config).toEqual(before.config);
    expect(await wish()).toMatchObject({ case: 'approval' });
  } finally {
    const now = await tiers();
    if (JSON.stringify(now.config) !== JSON.stringify(before.config)) {
      await call(server, 'supervisor', 'PATCH', `/bindings/${now.id}`, { config: before.config, reason: 'back' });
    }
  }
  await end();
});

test('a decision is found in the log, and runs again to the same answer', async () => {
  const made = await wish();
  const { page, end } = await visit(browser, server, { role: 'supervisor', language: 'en', dark: true });
  const en = words('en', 'pages/rules');
  await page.goto(`/rules/decisions?ticket=${made.id}`);
  await settled(page);
  await accessible(page);
  await page.getByRole('row').filter({ hasText: 'refund-tiers' }).getByRole('link').first().click();
  await page.getByRole('button', { name: en('replay') }).click();
  await page.getByText(words('en', 'parts/decision')('identical')).waitFor();
  await page.getByRole('button', { name: en('proof.explain') }).click();
  await page.getByText(words('en', 'parts/decision')('would_change')).waitFor();
  await page.getByRole('button', { name: en('proof.bisect') }).click();
  await page.getByRole('region', { name: en('proof.bisect') }).getByRole('row').nth(1).waitFor();
  await picture(page, 'rules-decision-en-dark');
  await accessible(page);

  // The proof that leaves the house, and the test case for the author.
  for (const [button, holds] of [[en('proof.receipt'), 'signature'], [en('proof.fixture'), 'hook']] as const) {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    expect(Object.keys(JSON.parse(readFileSync(await (await coming).path(), 'utf8')) as object)).toContain(holds);
  }

  // All of a day at once.
  await page.getByRole('link', { name: en('replays.title') }).click();
  await page.getByRole('button', { name: en('replays.start') }).click();
  const newest = page.getByRole('row').nth(1);
  await newest.getByText(/say the same/).waitFor();
  await picture(page, 'rules-replays-en-dark');
  await accessible(page);
  await end();
});

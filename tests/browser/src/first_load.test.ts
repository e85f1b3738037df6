import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from './browser';
import { server } from './given';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Bytes of scripts and styles as they came over the wire, without the headers of the answers. */
async function weighed(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const headers = new Map<string, number>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' || type === 'Stylesheet') headers.set(requestId, response.encodedDataLength);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const head = headers.get(requestId);
    if (head !== undefined) bytes += encodedDataLength - head;
  });
  return () => bytes;
}

/**
 * Milliseconds from the navigation until the page takes what people do: the end of its last long task (web.dev/tti) once what it is for
 * is seen. `seen` waits for that.
 */
async function interactive(page: Page, path: string, seen: () => Promise<void>): Promise<number> {
  await page.addInitScript(() => {
    const ends: number[] = [];
    Object.assign(globalThis, { longTasks: ends });
    new PerformanceObserver((list) => list.getEntries().forEach((task) => ends.push(task.startTime + task.duration))).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(path);
  await seen();
  const shown = await page.evaluate(() => performance.now());
  // What begins after it is seen still counts, until it has been quiet for a while.
  await page.waitForFunction((since) => performance.now() - Math.max(since, ...(globalThis as unknown as { longTasks: number[] }).longTasks) > 1_000, shown);
  return await page.evaluate((since) => Math.max(since, ...(globalThis as unknown as { longTasks: number[] }).longTasks), shown);
}

// The development server hands out modules one by one, which weigh nothing like what is served.
test.skipIf(process.env.REDRESS_SERVER)("an agent's first page weighs less than 400 kB", async () => {
  const { page, end } = await visit(browser, server, { role: 'agent' });
  const weight = await weighed(page);
  const time = await interactive(page, '/tickets', () => page.getByRole('row').nth(1).waitFor());
  console.log(`/tickets: ${Math.round(weight() / 1_000)} kB of scripts and styles, interactive after ${Math.round(time)} ms`);
  expect(weight()).toBeGreaterThan(100_000);
  expect(weight()).toBeLessThan(400_000);
  await end();
});

test.skipIf(process.env.REDRESS_SERVER)("a customer's first page weighs less than 300 kB", async () => {
  const { page, end } = await visit(browser, server, { phone: true });
  const weight = await weighed(page);
  const time = await interactive(page, '/portal/', () => page.getByRole('heading').first().waitFor());
  console.log(`/portal/: ${Math.round(weight() / 1_000)} kB of scripts and styles, interactive after ${Math.round(time)} ms`);
  expect(weight()).toBeGreaterThan(50_000);
  expect(weight()).toBeLessThan(300_000);
  await end();
});

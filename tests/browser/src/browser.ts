import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Running } from './server';

const shots = resolve(import.meta.dirname, '../../../target/browser');
mkdirSync(shots, { recursive: true });

/** Debian's browser; it looks nothing up outside. */
export function launch(): Promise<Browser> {
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', ...quiet] });
}

export interface Visit {
  role?: string;
  language?: 'zh-CN' | 'en';
  dark?: boolean;
  phone?: boolean;
}

/** A page of somebody who is signed in. What the browser complains about is collected, and `end` fails with it. */
export async function visit(browser: Browser, server: Running, { role, language = 'zh-CN', dark = false, phone = false }: Visit) {
  const context: BrowserContext = await browser.newContext({
    baseURL: server.url,
    viewport: phone ? { width: 390, height: 844 } : { width: 1360, height: 850 },
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
    // Nothing moves, so that nothing has to be waited for.
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser itself notes refusals of the server; what they are about the story says.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) complaints.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
  await page.addInitScript(
    ([key, spoken]) => {
      // A paper that is shown inside a page keeps nothing.
      if (window !== window.top) return;
      if (key) sessionStorage.setItem('redress.key', key);
      localStorage.setItem('redress.language', spoken ?? 'zh-CN');
    },
    [role ? server.keys[role] : undefined, language],
  );
  const end = async () => {
    await context.close();
    expect(complaints, 'what the browser complained about').toEqual([]);
  };
  return { page, end };
}

/** Keeps a picture outside the repository. */
export async function picture(page: Page, name: string) {
  await still(page);
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** Until nothing fades in any more: it is hard to read for a moment. What turns for ever is no reason to wait. */
async function still(page: Page) {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished)));
}

/** Nothing that people with disabilities would stumble over (WCAG 2.2 AA). */
export async function accessible(page: Page) {
  await still(page);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  const told = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
  expect(told).toEqual([]);
}

/** Until nothing is being loaded any more. Events go on for ever, so the network is never idle. */
export async function settled(page: Page) {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.ant-spin-spinning, [aria-busy="true"], .ant-skeleton-active') == null, undefined, {
    timeout: 30_000,
  });
}

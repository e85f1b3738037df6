import type { Page } from 'playwright-core';
import type { Running } from './server';
import { type Answer, call, ticket, unique } from './shop';

/** A rule at work as the API shows it. */
export interface Binding extends Answer {
  key: string;
  plugin: string;
  plugin_version: string;
  mode: string;
  percent: number;
  order: number;
  version: number;
  enabled: boolean;
  config: { tiers: Record<string, { up_to?: number | null }[]> };
  guardrails: Record<string, unknown>;
  grants?: string[] | null;
  timetable?: { cron: string } | null;
}

/** The rules of a hook. */
export async function bindings(server: Running, hook = 'refund-approval'): Promise<Binding[]> {
  const { items } = (await call(server, 'supervisor', 'GET', `/bindings?hook=${hook}`)) as Answer & { items: Binding[] };
  return items;
}

/** The rule of this name. */
export async function named(server: Running, key: string, hook?: string): Promise<Binding> {
  const found = (await bindings(server, hook)).find((one) => one.key === key);
  if (!found) throw new Error(`there is no rule ${key}`);
  return found;
}

/** A refund of 66.00: above what the demo shop lets pass by itself. */
export function wish(server: Running): Promise<Answer> {
  return ticket(server, { bought: { sku: unique('BOWL'), title: '陶瓷碗', category: 'pet_food', minor: 6_600 } });
}

/** Says yes to what asks before something is done. */
export async function agree(page: Page, question: string): Promise<void> {
  await page.getByRole('tooltip').filter({ hasText: question }).getByRole('button').last().click();
}

/** How often work comes back; the shop's own crontab for anything else. */
export const EVERY = ['day', 'workdays', 'monday', 'month', 'own'] as const;

/** The crontab for one of these at a time of day (`09:30`). */
export function crontab(every: Exclude<(typeof EVERY)[number], 'own'>, at: string): string {
  const [hour = '9', minute = '0'] = at.split(':');
  const time = `${Number(minute)} ${Number(hour)}`;
  return { day: `${time} * * *`, workdays: `${time} * * 1-5`, monday: `${time} * * 1`, month: `${time} 1 * *` }[every];
}

/** What a crontab says, when it is one that can be chosen; null for the shop's own. */
export function told(cron: string): { every: Exclude<(typeof EVERY)[number], 'own'>; at: string } | null {
  // Days may be named as well as numbered.
  const numbered = cron.replace('MON-FRI', '1-5').replace('MON', '1');
  const [minute = '', hour = ''] = cron.split(' ');
  const at = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  const every = (['day', 'workdays', 'monday', 'month'] as const).find((one) => /^\d\d:\d\d$/.test(at) && crontab(one, at) === numbered);
  return every ? { every, at } : null;
}

import type { Schemas } from '../../../api/client';

type Calendar = Schemas['Calendar'];
type Block = Schemas['Block'];

/** One day as a calendar has it. */
export interface Day {
  date: string;
  /** Open or closed by its weekday; or by a special day: a holiday when closed, a make-up day when open. */
  kind: 'open' | 'closed' | 'holiday' | 'make_up';
  /** Why it differs. */
  name?: string;
  open: Block[];
}

function within(date: string, first: string | null | undefined, last: string | null | undefined): boolean {
  return (!first || first <= date) && (!last || date <= last);
}

/** ISO weekday of a date, 1 is Monday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** What a calendar says about a day: the first special row that names it decides alone, else the rows of its weekday add up. */
export function dayOf({ weeks = [], days = [] }: Calendar, date: string): Day {
  const special = days.find(({ first, last }) => within(date, first, last ?? first));
  if (special) {
    const open = special.open ?? [];
    return { date, kind: open.length > 0 ? 'make_up' : 'holiday', name: special.name, open };
  }
  const open = weeks.filter((week) => week.weekdays.includes(weekday(date)) && within(date, week.first, week.last)).flatMap((week) => week.open);
  return { date, kind: open.length > 0 ? 'open' : 'closed', open: open.toSorted((a, b) => a.from.localeCompare(b.from)) };
}

/** The weeks of a month, each from Monday to Sunday; null where the month before or after is. */
export function monthOf(calendar: Calendar, year: number, month: number): (Day | null)[][] {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const dates = Array.from({ length: last }, (_, at) => `${year}-${String(month).padStart(2, '0')}-${String(at + 1).padStart(2, '0')}`);
  const lead = weekday(dates[0] ?? '') - 1;
  const cells: (Day | null)[] = [...Array.from({ length: lead }, () => null), ...dates.map((date) => dayOf(calendar, date))];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}

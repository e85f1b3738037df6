import type { Schemas } from '../../../../api/client';

/** A timetable to begin with, by the clock of the reader. */
export function startingTimetable(): Schemas['Timetable'] {
  return { cron: '0 9 * * *', utc_offset_minutes: -new Date().getTimezoneOffset() };
}

/** How near a deadline is. */
export type Urgency = 'late' | 'soon' | 'fine';

/** Within this a deadline is near: an hour, in milliseconds. */
const SOON = 3_600_000;

export interface Remaining {
  urgency: Urgency;
  /** Whole days, hours, minutes and seconds until it, or since it. */
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** What is left until a moment, or how long ago it was. */
export function remaining(due: string, now: number): Remaining {
  const left = Date.parse(due) - now;
  const total = Math.floor(Math.abs(left) / 1_000);
  return {
    urgency: left < 0 ? 'late' : left < SOON ? 'soon' : 'fine',
    days: Math.floor(total / 86_400),
    hours: Math.floor(total / 3_600) % 24,
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  };
}

/** The two largest parts, with two digits where a clock has them: `2d 4h`, `3:07:09`. */
export function clock({ days, hours, minutes, seconds }: Remaining, words: { days: string; hours: string }): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return days > 0 ? `${days}${words.days} ${hours}${words.hours}` : `${hours}:${two(minutes)}:${two(seconds)}`;
}

/** Units that a length of time is typed in, by their seconds. */
export const UNITS = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1 } as const;
export type Unit = keyof typeof UNITS;

/** The greatest unit that says a length without a fraction; minutes for nothing. */
export function unitOf(seconds: number): Unit {
  if (seconds === 0) return 'minutes';
  const found = (Object.keys(UNITS) as Unit[]).find((unit) => seconds % UNITS[unit] === 0);
  return found ?? 'seconds';
}

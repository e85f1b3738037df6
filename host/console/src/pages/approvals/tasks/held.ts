/** Whether a task is held by this person alone: they accepted it, or it was given to them. */
export function isHeldBy(holders: readonly string[] | undefined, user: string): boolean {
  return holders?.length === 1 && holders[0] === `person:${user}`;
}

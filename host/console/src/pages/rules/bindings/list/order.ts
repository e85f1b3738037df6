/** The same things with one of them at another place; a place beyond the ends is the end. */
export function moved<Id>(ids: readonly Id[], id: Id, to: number): Id[] {
  const others = ids.filter((one) => one !== id);
  if (others.length === ids.length) return [...ids];
  const place = Math.max(0, Math.min(to, others.length));
  return [...others.slice(0, place), id, ...others.slice(place)];
}

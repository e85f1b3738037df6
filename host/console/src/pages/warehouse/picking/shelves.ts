const PLACE = 'redress.shelves';

/** Where this device last saw each article: nobody types a shelf twice. */
export const shelves = {
  all(): Record<string, string> {
    try {
      const found = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Record<string, unknown> | null;
      return Object.fromEntries(Object.entries(found ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
    } catch {
      return {}; // Something else wrote there; shelves are typed again.
    }
  },
  keep(known: Record<string, string>) {
    localStorage.setItem(PLACE, JSON.stringify({ ...shelves.all(), ...known }));
  },
};

/** Who works here: the key is kept for this tab alone, and goes when the tab is closed. */

const PLACE = 'redress.key';
const listeners = new Set<() => void>();

export const session = {
  key: (): string | null => sessionStorage.getItem(PLACE),
  open(key: string) {
    sessionStorage.setItem(PLACE, key);
    listeners.forEach((tell) => tell());
  },
  close() {
    sessionStorage.removeItem(PLACE);
    listeners.forEach((tell) => tell());
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

import { useKeys } from '../../../parts/keys';

/** True while something has the keyboard that takes letters. */
export function types(target: Element | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** True while a dialog or a menu lies over the page. */
const covered = () => [...document.querySelectorAll('[role="dialog"], [role="menu"].ant-dropdown-menu')].some((one) => one.checkVisibility());

/** Keys of the page, while nothing lies over it. */
export function useTicketKeys(keys: Record<string, () => void>): void {
  const guarded = Object.entries(keys).map(([key, act]) => [
    key,
    () => {
      if (!covered()) act();
    },
  ] as const);
  useKeys(Object.fromEntries(guarded));
}

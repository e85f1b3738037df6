import { type RefObject, useEffect } from 'react';

/** How often it is looked whether the focus was lost, in milliseconds. */
const LOOK = 300;

const editable = (element: Element | null) => element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));
const asked = () => document.querySelector('[role="dialog"]') != null;
const marked = () => document.getSelection()?.isCollapsed === false;

/**
 * Keeps the focus in the box that scanners type into: it comes back after every press and every dialog, and what is typed elsewhere goes
 * into it. The Tab key still reaches everything on the page.
 */
export function useScanFocus(box: RefObject<{ focus: () => void } | null>): void {
  useEffect(() => {
    const focus = () => box.current?.focus();
    const press = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const types = key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
      if (types && !asked() && !editable(document.activeElement)) focus();
    };
    const lost = () => {
      if (document.activeElement === document.body && !asked() && !marked()) focus();
    };
    // What was pressed does its work first: it may open a dialog.
    const click = () =>
      setTimeout(() => {
        if (!asked() && !marked() && !editable(document.activeElement)) focus();
      });
    document.addEventListener('keydown', press, true);
    document.addEventListener('click', click);
    const timer = setInterval(lost, LOOK);
    return () => {
      document.removeEventListener('keydown', press, true);
      document.removeEventListener('click', click);
      clearInterval(timer);
    };
  }, [box]);
}

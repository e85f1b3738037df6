import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Steps of a tenth from as large as the style sheet makes it down to the page's own size. */
const SIZES = [1.5, 1.4, 1.3, 1.2, 1.1, 1];

/** Makes what fills the screen as large as the screen shows without being scrolled; `content` is what its height depends on. */
export function useFit(content: unknown): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = () => {
      const board = place.current;
      if (!board) return;
      board.style.zoom = '';
      if (document.fullscreenElement !== board) return;
      for (const size of SIZES) {
        board.style.zoom = String(size);
        if (board.scrollHeight <= board.clientHeight) return;
      }
    };
    fit();
    document.addEventListener('fullscreenchange', fit);
    window.addEventListener('resize', fit);
    return () => {
      document.removeEventListener('fullscreenchange', fit);
      window.removeEventListener('resize', fit);
    };
  }, [content]);
  return place;
}

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When `occasion` changes and what had the focus is gone with it, the focus goes on to what is marked `data-next` inside
 * of `root`: whoever uses the keyboard is not thrown back to the beginning.
 */
export const useKeptFocus = (root: RefObject<HTMLElement | null>, occasion: string): void => {
  const before = useRef(occasion);
  useLayoutEffect(() => {
    if (before.current === occasion) return;
    before.current = occasion;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    root.current?.querySelector<HTMLElement>('[data-next]')?.focus();
  }, [occasion]);
};

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Options = {
  readonly box: RefObject<HTMLElement | null>;
  readonly keyOf: (index: number) => string;
  readonly isHeld: boolean;
  /** How much of the window’s top is covered, in px. */
  readonly covered: number;
};

type Held = { readonly element: Element; readonly top: number };

/** What is being read: what has the focus, if that is in sight, else the first row in sight. */
const whatIsRead = (box: HTMLElement, covered: number): Element | null => {
  const isInSight = (element: Element): boolean => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > covered && top < window.innerHeight;
  };
  const { activeElement } = document;
  if (activeElement && box.contains(activeElement) && isInSight(activeElement)) return activeElement;
  // The last child is the row itself; a heading above it comes and goes.
  return [...box.children].flatMap((row) => row.lastElementChild ?? []).find(isInSight) ?? null;
};

/**
 * Keeps what is being read where it is in the window while rows come above it. Heights are known only when rows are drawn, so
 * the place is set right after each drawing until they are.
 */
export const useHeldPlace = ({ box, keyOf, isHeld, covered }: Options): void => {
  const before = useRef(keyOf);
  const held = useRef<Held | null>(null);
  if (before.current !== keyOf) {
    const element = isHeld && box.current ? whatIsRead(box.current, covered) : null;
    const index = Number(element?.closest('[data-index]')?.getAttribute('data-index') ?? -1);
    const isMoved = index !== -1 && before.current(index) !== keyOf(index);
    before.current = keyOf;
    if (element && isMoved) held.current = { element, top: element.getBoundingClientRect().top };
  }
  useLayoutEffect(() => {
    if (!held.current) return;
    const { element, top } = held.current;
    const moved = element.isConnected ? element.getBoundingClientRect().top - top : 0;
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
  });
  useLayoutEffect(() => {
    if (!held.current) return;
    const mine = held.current;
    const settle = (): void => {
      if (held.current === mine) held.current = null;
    };
    requestAnimationFrame(() => requestAnimationFrame(settle));
  }, [keyOf]);
};

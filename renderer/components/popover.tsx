import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** How far it stays from what it belongs to, and from the edges of the window, in px. */
const gap = 4;
const edge = 8;

/** Below what it belongs to and in line with its end; above it where there is no room; within the window in any case. */
const place = (popover: HTMLElement, anchor: Element): void => {
  const { bottom, right, top } = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const lowest = window.innerHeight - edge - height;
  const above = top - gap - height;
  const below = bottom + gap;
  const wanted = below <= lowest || above < edge ? below : above;
  popover.style.left = `${Math.max(edge, Math.min(right - width, window.innerWidth - edge - width))}px`;
  popover.style.top = `${Math.max(edge, Math.min(wanted, lowest))}px`;
};

/** Goes from button to button: left and right in their order, up and down by the lines they stand in. */
const neighbour = (popover: HTMLElement, key: string): HTMLElement | undefined => {
  const buttons = [...popover.querySelectorAll<HTMLElement>('button')];
  const current = buttons.findIndex((button) => button === document.activeElement);
  const lines = [...new Set(buttons.map((button) => button.closest('[data-line]')))];
  const inLine = (line: Element | null | undefined): HTMLElement[] =>
    buttons.filter((button) => button.closest('[data-line]') === line);
  const line = buttons[current]?.closest('[data-line]') ?? null;
  const column = inLine(line).findIndex((button) => button === document.activeElement);
  const next = inLine(lines[lines.indexOf(line) + (key === 'ArrowDown' ? 1 : -1)]);
  switch (key) {
    case 'ArrowRight':
      return buttons[current + 1];
    case 'ArrowLeft':
      return buttons[current - 1];
    case 'ArrowDown':
    case 'ArrowUp':
      return next[column] ?? next.at(-1);
    case 'Home':
      return buttons[0];
    case 'End':
      return buttons.at(-1);
    default:
      return undefined;
  }
};

type Properties = {
  label: string;
  /** What it belongs to. */
  anchor: Element;
  /** Whether an element is to have the focus first. */
  isStart: (button: HTMLElement) => boolean;
  close: () => void;
  children: ComponentChildren;
};

/** A small modal dialog of buttons beside what it belongs to. Escape and a click elsewhere close it; the focus goes back. */
export const Popover = ({ label, anchor, isStart, close, children }: Properties) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (!element) return undefined;
    const follow = (): void => place(element, anchor);
    element.showModal();
    follow();
    [...element.querySelectorAll('button')].find(isStart)?.focus();
    // What it says may grow, as with a failure.
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    window.addEventListener('resize', follow);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', follow);
      element.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      class="popover"
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
      onKeyDown={(event) => {
        const next = dialog.current ? neighbour(dialog.current, event.key) : undefined;
        if (next === undefined) return;
        event.preventDefault();
        next.focus();
      }}
    >
      <div class="popover-surface">{children}</div>
    </dialog>
  );
};

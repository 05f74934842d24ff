import { useEffect } from 'preact/hooks';

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog, .panel') !== null;

/** Hears the keys of the page, wherever the focus is outside of fields and dialogs. `press` says whether a key is one of its own. */
export const useKeys = (press: (event: KeyboardEvent) => boolean): void => {
  useEffect(() => {
    const keydown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isElsewhere(event.target) || document.querySelector('dialog[open]')) return;
      if (press(event)) event.preventDefault();
    };
    document.addEventListener('keydown', keydown);
    return () => document.removeEventListener('keydown', keydown);
  });
};

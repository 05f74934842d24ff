import { useEffect } from 'preact/hooks';
import type { Store } from '../state/store.ts';

/** The id of the element that stands for a change and takes the focus. */
export const changeElementId = (id: string): string => `change-${id}`;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog, .panel') !== null;

/** The keys of the list, wherever the focus is outside of fields and dialogs. */
export const useKeys = (store: Store, showKeys: () => void): void => {
  useEffect(() => {
    const { changes } = store;
    const move = (step: number): void => {
      const id = changes.step(step);
      if (id !== null) document.getElementById(changeElementId(id))?.focus();
    };
    const toggle = (id: string): void => changes.unfold(changes.unfolded.value === id ? null : id);
    const keydown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const selected = changes.selected.value;
      if (event.key === 'j' || event.key === 'ArrowDown') move(1);
      else if (event.key === 'k' || event.key === 'ArrowUp') move(-1);
      else if (event.key === '?') showKeys();
      else if (event.key === 'r' && selected !== null) void store.markRead(selected);
      else if (event.key === 'd' && selected !== null) toggle(selected);
      else if (event.key === 'Enter' && selected !== null && event.target === document.body)
        void store.openChange(selected);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', keydown);
    return () => document.removeEventListener('keydown', keydown);
  }, [store]);
};

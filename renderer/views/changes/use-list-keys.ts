import { batch } from '@preact/signals';
import type { Store } from '../../state/store.ts';
import { useKeys } from '../frame/use-keys.ts';

const isInTask = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.detail') !== null;

/** Whether the focus is on nothing in particular, or in the list. */
const isInList = (target: EventTarget | null): boolean =>
  target === document.body || (target instanceof Element && target.closest('.list') !== null);

/** The keys of the list: going from row to row, `page` rows at a time with the page keys, and what can be done with a row. */
export const useListKeys = (store: Store, page: number): void => {
  const { changes, actions, rowMenu, pane, marks } = store;
  const goToEnd = (index: number): boolean => {
    const place = changes.places.value.at(index);
    if (place) changes.goTo(place.id);
    return place !== undefined;
  };
  const steps = new Map([
    ['j', 1],
    ['ArrowDown', 1],
    ['k', -1],
    ['ArrowUp', -1],
  ]);
  const far = new Map([
    ['PageDown', () => changes.step(page)],
    ['PageUp', () => changes.step(-page)],
    ['Home', () => goToEnd(0)],
    ['End', () => goToEnd(-1)],
  ]);
  /** Goes to a row; its task takes the place of the one that is shown, and the focus stays where it is: in the task or in the list. */
  const go = (step: number, staysInTask: boolean): void => {
    batch(() => {
      changes.step(step);
      const selected = changes.selected.value;
      if (pane.row.value === null || selected === null) return;
      if (staysInTask) changes.arrived();
      store.showTask(selected, staysInTask);
    });
  };
  const act = (id: string, key: string, isOnRow: boolean): boolean => {
    const row = pane.row.value?.id === id ? pane.row.value : changes.row(id);
    const canAct = row !== null && row.isResolved !== null;
    if (key === 'r') void (row?.unread === false ? store.markUnread(id) : store.markRead(id));
    else if (key === 'm') rowMenu.open(id, 'mute');
    else if (key === 's') rowMenu.open(id, 'snooze');
    else if (key === 'd' && pane.row.value !== null) store.hideTask();
    // A row that has the focus shows its task by itself.
    else if (key === 'd' || (key === 'Enter' && !isOnRow)) store.showTask(id, true);
    else if (key === 'o') void store.openChange(id);
    else if (key === 'e' && canAct) void actions.toggle(id);
    else if (key === 'c' && canAct) {
      store.showTask(id, false);
      actions.startComment(id);
    } else return false;
    return true;
  };
  useKeys(({ key, target, shiftKey }) => {
    const step = steps.get(key);
    if (step !== undefined) {
      go(step, isInTask(target));
      return true;
    }
    if (key === 'Escape' && pane.row.value !== null) {
      store.hideTask();
      return true;
    }
    if (key === 'u') {
      void marks.undo();
      return true;
    }
    const selected = changes.selected.value;
    if (selected === null || shiftKey) return false;
    const goFar = isInList(target) ? far.get(key) : undefined;
    goFar?.();
    return goFar !== undefined || act(selected, key, target !== document.body);
  });
};

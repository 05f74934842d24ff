import { type ReadonlySignal, batch, computed, effect, signal } from '@preact/signals';
import { type Bridge, type ChangeFilter, type Facets, noFilter } from '../../electron/contract/index.ts';
import type { PageMessages } from '../messages/en/index.ts';
import type { ChangeList } from './change-list.ts';
import type { Grouping } from './grouping.ts';

/** How the list is looked at. */
export type ListView = { readonly filter: ChangeFilter; readonly grouping: Grouping };

/** What narrows the list, as its user chooses it. */
export type Narrowing = {
  /** What stands in the field to search by. */
  readonly text: ReadonlySignal<string>;
  /** What can be chosen; null until the app has told. */
  readonly facets: ReadonlySignal<Facets | null>;
  readonly loadFacets: () => Promise<void>;
  /** Searches for what is typed; while an answer is awaited, only the latest text waits with it. */
  search(text: string): void;
  /** Narrows the list by what is given; the rest stays. */
  readonly narrow: (part: Partial<ChangeFilter>) => void;
  /** Lets everything through again, save what is read where only unread changes are listed. */
  readonly clear: () => void;
  dispose(): void;
};

type Ports = {
  readonly bridge: Pick<Bridge, 'request'>;
  readonly changes: Pick<ChangeList, 'filter' | 'grouping' | 'isNarrowed' | 'total' | 'state' | 'show'>;
  /** Keeps how the list is looked at for the next start. */
  readonly remember: (view: ListView) => void;
  readonly say: (sentence: string) => void;
  readonly words: () => PageMessages['filters'];
  readonly schedule: (milliseconds: number, task: () => void) => () => void;
};

/** What was searched for, or came with a notification, is of the moment, and would puzzle at the next start. */
const lasting = (filter: ChangeFilter): ChangeFilter => ({ ...filter, text: null, taskId: null, notificationId: null });

/** So long after the last key it is said how many were found, in ms. */
const settled = 800;

export const createNarrowing = ({ bridge, changes, remember, say, words, schedule }: Ports): Narrowing => {
  const typed = signal<string | null>(null);
  const facets = signal<Facets | null>(null);
  let isBusy = false;
  let cancel = (): void => undefined;

  const sayCount = (): void => {
    cancel();
    cancel = schedule(settled, () => {
      const count = changes.total.value;
      if (!changes.isNarrowed.value || count === null || changes.state.value === 'loading') return;
      say(count === 0 ? words().nothingFound : words().found(count));
    });
  };
  const show = async (filter: ChangeFilter): Promise<void> => {
    sayCount();
    await changes.show(filter);
  };
  const searchNext = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    while (typed.value !== null) {
      const text = typed.value;
      // oxlint-disable-next-line no-await-in-loop -- what was typed meanwhile is searched for next, and nothing in between
      await show({ ...changes.filter.value, text: text.trim() === '' ? null : text });
      if (typed.value === text) typed.value = null;
    }
    isBusy = false;
  };
  const choose = (filter: ChangeFilter): void => {
    batch(() => {
      typed.value = null;
      void show(filter);
    });
  };
  const dispose = effect(() => {
    remember({ filter: lasting(changes.filter.value), grouping: changes.grouping.value });
  });

  return {
    text: computed(() => typed.value ?? changes.filter.value.text ?? ''),
    facets,
    loadFacets: async () => {
      const answer = await bridge.request('facets', null);
      // The list can do without; what was known before stays.
      if (answer.ok) facets.value = answer.value;
    },
    search: (text) => {
      typed.value = text;
      void searchNext();
    },
    narrow: (part) =>
      choose({ ...changes.filter.value, ...(typed.value === null ? {} : { text: typed.value }), ...part }),
    clear: () => choose({ ...noFilter, show: changes.filter.value.show }),
    dispose: () => {
      dispose();
      cancel();
    },
  };
};

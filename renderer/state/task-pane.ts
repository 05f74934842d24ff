import { type ReadonlySignal, batch, computed, signal } from '@preact/signals';
import type { Bridge, ChangeRow, Failure, TaskDetail } from '../../electron/contract/index.ts';

type Detail =
  | { readonly state: 'asking' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'ready'; readonly detail: TaskDetail };

/** The task of one change, in full. What is known of it stays while it is read again; nothing but the latest answer counts. */
export type TaskPane = {
  /** The change that it was opened at; null while it is closed. */
  readonly row: ReadonlySignal<ChangeRow | null>;
  readonly answer: ReadonlySignal<Detail>;
  /** Whether its heading is to take the focus as soon as it is drawn. */
  readonly wantsFocus: ReadonlySignal<boolean>;
  open(row: ChangeRow, takesFocus: boolean): void;
  /** Lets the heading take the focus. */
  focus(): void;
  focused(): void;
  close(): void;
  readonly reload: () => Promise<void>;
  /** A change was pushed, or the task was acted on from here. */
  hear(row: Pick<ChangeRow, 'accountId' | 'taskId' | 'isResolved'>): void;
  dispose(): void;
};

type Ports = {
  readonly bridge: Pick<Bridge, 'request'>;
  /** The row of a change as the list has it now. */
  readonly rowOf: (id: string) => ChangeRow | null;
  readonly schedule: (milliseconds: number, task: () => void) => () => void;
};

/** Who goes from change to change quickly, or a task that changes quickly, asks no more often than this (ms). */
const rest = 300;

export const createTaskPane = ({ bridge, rowOf, schedule }: Ports): TaskPane => {
  const opened = signal<ChangeRow | null>(null);
  const answer = signal<Detail>({ state: 'asking' });
  const wantsFocus = signal(false);
  let newest = 0;
  let isResting = false;
  let isWanted = false;
  let cancel = (): void => undefined;

  const load = async (): Promise<void> => {
    const row = opened.value;
    if (row === null) return;
    newest += 1;
    const mine = newest;
    const reply = await bridge.request('task-detail', { changeId: row.id });
    if (mine !== newest) return;
    batch(() => {
      answer.value = reply.ok ? { state: 'ready', detail: reply.value } : { state: 'failed', failure: reply.failure };
      // The change itself is told anew too, be it listed or not: in the language of now.
      const told = reply.ok ? reply.value.history.find(({ id }) => id === row.id) : undefined;
      if (told) opened.value = told;
    });
  };
  const loadSoon = (): void => {
    isWanted = true;
    if (isResting) return;
    isWanted = false;
    isResting = true;
    void load();
    cancel = schedule(rest, () => {
      isResting = false;
      if (isWanted) loadSoon();
    });
  };
  const isSameTask = (one: Pick<ChangeRow, 'accountId' | 'taskId'>, other: typeof one | null): boolean =>
    one.taskId === other?.taskId && one.accountId === other.accountId;

  return {
    row: computed(() => opened.value && (rowOf(opened.value.id) ?? opened.value)),
    answer,
    wantsFocus,
    open: (row, takesFocus) => {
      batch(() => {
        if (!isSameTask(row, opened.value)) {
          // An answer about another task that is on its way is of no use any more.
          newest += 1;
          answer.value = { state: 'asking' };
        }
        opened.value = row;
        if (takesFocus) wantsFocus.value = true;
      });
      loadSoon();
    },
    focus: () => {
      wantsFocus.value = true;
    },
    focused: () => {
      wantsFocus.value = false;
    },
    close: () => {
      newest += 1;
      isWanted = false;
      batch(() => {
        opened.value = null;
        wantsFocus.value = false;
        answer.value = { state: 'asking' };
      });
    },
    reload: load,
    hear: (row) => {
      if (opened.value === null || !isSameTask(row, opened.value)) return;
      opened.value = { ...opened.value, isResolved: row.isResolved };
      loadSoon();
    },
    dispose: () => cancel(),
  };
};

import { type ReadonlySignal, batch, computed, signal } from '@preact/signals';
import type { Bridge, ChangeRow, Failure } from '../../electron/contract/index.ts';
import { latestRows, mergeRows, readRows, stepFrom } from './rows.ts';

type Filter = 'all' | 'unread';

/** The rows on the page and which of them are shown, selected and unfolded. */
export type ChangeList = {
  readonly rows: ReadonlySignal<readonly ChangeRow[]>;
  readonly filter: ReadonlySignal<Filter>;
  readonly selected: ReadonlySignal<string | null>;
  readonly unfolded: ReadonlySignal<string | null>;
  /** `loading` until the first answer came; `more` when older rows can be asked for; `failed` when nothing came. */
  readonly state: ReadonlySignal<'loading' | 'loading-more' | 'more' | 'complete' | 'failed'>;
  readonly show: (filter: Filter) => Promise<void>;
  reload(): Promise<void>;
  loadMore(): Promise<void>;
  /** A row was pushed; says whether it is new to the list. */
  push(row: ChangeRow): boolean;
  markRead(which: 'all' | readonly string[]): void;
  select(id: string | null): void;
  /** Moves the selection by `step` rows and returns where it is now. */
  step(step: number): string | null;
  unfold(id: string | null): void;
  /** There are no changes any more; an answer on its way is from before. */
  clear(): void;
};

const pageSize = 50;
/** A page that stays open for weeks must not grow for ever; what is left out here is paged in again on scrolling. */
const most = 1_000;
const keep = 400;

type Ports = {
  readonly bridge: Pick<Bridge, 'request'>;
  readonly failed: (failure: Failure) => void;
  /** Whether the reader is at the top, so that the far end may be let go. */
  readonly isAtTop: () => boolean;
};

export const createChangeList = ({ bridge, failed, isAtTop }: Ports): ChangeList => {
  const held = signal<readonly ChangeRow[]>([]);
  const filter = signal<Filter>('all');
  const lingering = signal<ReadonlySet<string>>(new Set());
  const selected = signal<string | null>(null);
  const unfolded = signal<string | null>(null);
  const next = signal<string | null>(null);
  const loading = signal<'first' | 'more' | 'failed' | null>('first');
  // Under "Unread" a row that was just read stays until the filter is chosen again: nothing jumps under the pointer.
  const rows = computed(() =>
    filter.value === 'all'
      ? held.value
      : held.value.filter((row) => row.unread || lingering.value.has(row.id) || row.id === unfolded.value),
  );
  let generation = 0;
  let pushed: ChangeRow[] = [];

  const load = async (before: string | null): Promise<void> => {
    generation += 1;
    const mine = generation;
    const fresh = before === null;
    if (fresh) pushed = [];
    const answer = await bridge.request('changes', { before, limit: pageSize, show: filter.value });
    if (mine !== generation) return;
    batch(() => {
      loading.value = answer.ok ? null : 'failed';
      if (!answer.ok) return failed(answer.failure);
      const readHere = new Set(held.value.filter((row) => !row.unread).map((row) => row.id));
      const incoming = readRows(answer.value.rows, [...readHere]);
      held.value = mergeRows(fresh ? incoming : held.value, fresh ? pushed : incoming);
      next.value = answer.value.next;
    });
  };

  return {
    rows,
    filter,
    selected,
    unfolded,
    state: computed(() =>
      loading.value === 'first' && held.value.length === 0
        ? 'loading'
        : loading.value === 'more'
          ? 'loading-more'
          : loading.value === 'failed' && held.value.length === 0
            ? 'failed'
            : next.value !== null
              ? 'more'
              : 'complete',
    ),
    show: async (chosen) => {
      batch(() => {
        filter.value = chosen;
        lingering.value = new Set();
        unfolded.value = null;
        loading.value = 'first';
        next.value = null;
      });
      await load(null);
    },
    reload: async () => {
      loading.value = 'first';
      await load(null);
    },
    loadMore: async () => {
      if (loading.value === 'first' || loading.value === 'more' || next.value === null) return;
      loading.value = 'more';
      await load(next.value);
    },
    push: (row) => {
      const isNew = !held.value.some(({ id }) => id === row.id);
      batch(() => {
        if (loading.value === 'first') pushed = [...pushed, row];
        held.value = mergeRows(held.value, [row]);
        const latest = held.value.length > most && isAtTop() ? latestRows(held.value, keep) : null;
        if (!latest) return;
        held.value = latest.rows;
        next.value = latest.next;
      });
      return isNew;
    },
    markRead: (which) => {
      batch(() => {
        if (which !== 'all') lingering.value = new Set([...lingering.value, ...which]);
        else lingering.value = new Set();
        held.value = readRows(held.value, which);
        pushed = [...readRows(pushed, which)];
      });
    },
    select: (id) => {
      selected.value = id;
    },
    step: (step) => {
      selected.value = stepFrom(rows.value, selected.value, step);
      return selected.value;
    },
    unfold: (id) => {
      unfolded.value = id;
    },
    clear: () => {
      generation += 1;
      batch(() => {
        pushed = [];
        held.value = [];
        lingering.value = new Set();
        selected.value = null;
        unfolded.value = null;
        next.value = null;
        loading.value = null;
      });
    },
  };
};

import { type ReadonlySignal, batch, computed, signal } from '@preact/signals';
import {
  type Bridge,
  type ChangeFilter,
  type ChangeRow,
  type Failure,
  type RequestAnswer,
} from '../../electron/contract/index.ts';
import { type Grouping, groupPlaces } from './grouping.ts';
import type { ListView } from './list-view.ts';
import { createRowMemory } from './row-memory.ts';
import type { RowPage } from './row-pages.ts';
import { type Place, compareIds, readRows, stepFrom } from './rows.ts';

/**
 * The list of changes: the place of every row that was ever loaded, and the rows themselves around what is in sight. What was
 * let go is loaded again when one comes back to it.
 */
export type ChangeList = {
  /** What is listed, newest first. */
  readonly places: ReadonlySignal<readonly Place[]>;
  /** A row that is in memory; null while it is not. */
  readonly row: (id: string) => ChangeRow | null;
  readonly filter: ReadonlySignal<ChangeFilter>;
  /** Whether the filter leaves out more than what is read. */
  readonly isNarrowed: ReadonlySignal<boolean>;
  readonly selected: ReadonlySignal<string | null>;
  /** The row that is to take the focus as soon as it is drawn. */
  readonly wanted: ReadonlySignal<string | null>;
  /** How many rows came above what is being read. */
  readonly fresh: ReadonlySignal<number>;
  /** `loading` until the first answer came; `more` when older rows can be asked for; `failed` when nothing came. */
  readonly state: ReadonlySignal<'loading' | 'loading-more' | 'more' | 'complete' | 'failed'>;
  readonly show: (filter: ChangeFilter) => Promise<void>;
  reload(): Promise<void>;
  /** Asks for every row anew, as when the app speaks another language; what is far from the newest once it is in sight. */
  retell(): Promise<void>;
  readonly loadMore: () => Promise<void>;
  /** How many rows the filter lets through, in memory or not; null until the app has told. */
  readonly total: ReadonlySignal<number | null>;
  readonly grouping: ReadonlySignal<Grouping>;
  readonly group: (grouping: Grouping) => void;
  /** Says which places are in sight: what is missing around them is loaded, what is far from them let go. */
  look(first: number, last: number): void;
  /** Whether something is being read that new rows must not move. */
  readonly isReading: () => boolean;
  /** The reader has come to the newest row. */
  sawTop(): void;
  /** A row was pushed; says whether it is new to the list. */
  push(row: ChangeRow): boolean;
  markRead(which: 'all' | readonly string[]): void;
  readonly markUnread: (ids: readonly string[]) => void;
  /** Every row of the task takes over whether it is resolved. */
  readonly taskIs: (task: Pick<ChangeRow, 'accountId' | 'taskId' | 'isResolved'>) => void;
  select(id: string | null): void;
  /** Selects a row and lets it take the focus. */
  goTo(id: string): void;
  /** Goes `step` rows on from the selected one. */
  step(step: number): void;
  arrived(): void;
  /** There are no changes any more; an answer on its way is from before. */
  clear(): void;
};

const pageSize = 100;
/** So many rows beyond those in sight are in memory before they are needed. */
const ahead = 40;
const mostRefills = 2;
/** So many of the newest rows are asked for when one came of which only the app can tell whether it passes the filter. */
const newestAsked = 30;

type Ports = {
  readonly bridge: Pick<Bridge, 'request'>;
  readonly failed: (failure: Failure) => void;
  /** What the list begins with. */
  readonly remembered: ListView;
  /** Whether the newest row is in sight. */
  readonly isAtTop: () => boolean;
};

export const createChangeList = ({ bridge, failed, remembered, isAtTop }: Ports): ChangeList => {
  const memory = createRowMemory();
  const { held, listed, pages } = memory;
  const filter = signal<ChangeFilter>(remembered.filter);
  const isUnreadOnly = computed(() => filter.value.show === 'unread');
  const isNarrowed = computed(() =>
    Object.entries(filter.value).some(([key, part]) => key !== 'show' && part !== null),
  );
  const lingering = signal<ReadonlySet<string>>(new Set());
  const selected = signal<string | null>(null);
  const grouping = signal<Grouping>(remembered.grouping);
  const total = signal<number | null>(null);
  const wanted = signal<string | null>(null);
  const fresh = signal(0);
  const next = signal<string | null>(null);
  const loading = signal<'first' | 'more' | 'failed' | null>('first');
  // Under "Unread" a row that was just read stays until the filter is chosen again: nothing jumps under the pointer.
  const isListed = ({ id }: Place): boolean => (held.value.get(id)?.unread ?? true) || lingering.value.has(id);
  const passing = computed(() => (isUnreadOnly.value ? listed.value.filter(isListed) : listed.value));
  const places = computed(() => groupPlaces(passing.value, grouping.value));

  // What was asked for before a reload, another filter or a deletion is not taken any more.
  let epoch = 0;
  let underWay = 0;
  // An answer may be older than what was pushed while it was on its way.
  let pushed: readonly ChangeRow[] = [];
  let sight = { first: 0, last: 0 };
  let isNewestWanted = false;
  let isNewestAsked = false;
  const refilling = new Set<RowPage>();

  const begin = (): void => {
    epoch += 1;
    refilling.clear();
    isNewestWanted = false;
    pushed = [];
  };
  /** Asks for rows; null when the answer, or the failure, is of no use any more. */
  const ask = async (before: string | null, limit: number): Promise<RequestAnswer<'changes'> | Failure | null> => {
    const mine = epoch;
    underWay += 1;
    const answer = await bridge.request('changes', { before, limit, filter: filter.value });
    underWay -= 1;
    if (mine !== epoch) return null;
    return answer.ok ? answer.value : answer.failure;
  };
  const isOlder = ({ id }: ChangeRow): boolean => next.value !== null && compareIds(id, next.value) < 0;
  /** Only the app can tell whether a row passes a narrower filter, but it need not be asked about each. */
  const mayPass = (row: ChangeRow): boolean => {
    const { projectId, personId, taskId } = filter.value;
    return (
      isNarrowed.value &&
      !pages.has(row.id) &&
      !isOlder(row) &&
      (!isUnreadOnly.value || row.unread) &&
      (projectId === null || row.project?.id === projectId) &&
      (personId === null || row.actor?.userId === personId) &&
      (taskId === null || row.taskId === taskId)
    );
  };
  const isNew = (row: ChangeRow): boolean => !pages.has(row.id) && !isOlder(row) && !isNarrowed.value;
  const isReading = (): boolean => !isAtTop();
  const takePushed = (): void => {
    for (const row of pushed) {
      if (isNew(row)) memory.insert(row);
      memory.update([row]);
      memory.taskIs(row);
    }
    if (pushed.some(mayPass)) void askNewest();
    if (underWay === 0) pushed = [];
  };
  const trim = (): void => {
    next.value = memory.trim() ?? next.value;
  };

  const load = async (before: string | null, isContinued: boolean): Promise<void> => {
    const answer = await ask(before, pageSize);
    if (answer === null) return;
    batch(() => {
      loading.value = 'rows' in answer ? null : 'failed';
      if (!('rows' in answer)) return failed(answer);
      const { rows } = answer;
      total.value = answer.total;
      const reached = isContinued && answer.next !== null && pages.has(answer.next) ? next.value : answer.next;
      if (before === null) memory.begin(rows, isContinued && answer.next !== null);
      else memory.append(rows);
      next.value = before === null ? reached : answer.next;
      takePushed();
    });
  };
  const takeNewest = ({ rows, next: older, total: count }: RequestAnswer<'changes'>): void => {
    const arrived = rows.filter((row) => !pages.has(row.id) && !isOlder(row));
    // More came than were asked for.
    if (arrived.length === rows.length && older !== null) return void loadFirst(true);
    batch(() => {
      for (const row of arrived) memory.insert(row);
      total.value = count;
      if (isReading()) fresh.value += arrived.length;
      takePushed();
    });
  };
  const askNewest = async (): Promise<void> => {
    isNewestWanted = true;
    if (isNewestAsked) return;
    isNewestAsked = true;
    while (isNewestWanted) {
      isNewestWanted = false;
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a flood of changes asks no flood of questions
      const answer = await ask(null, newestAsked);
      if (answer !== null && 'rows' in answer) takeNewest(answer);
      else if (answer !== null) failed(answer);
    }
    isNewestAsked = false;
  };
  const loadFirst = async (isContinued: boolean): Promise<void> => {
    begin();
    loading.value = 'first';
    await load(null, isContinued);
  };
  const loadMore = async (): Promise<void> => {
    if (loading.value === 'first' || loading.value === 'more' || next.value === null) return;
    loading.value = 'more';
    await load(next.value, false);
  };
  /** Loads rows again that were let go; says whether they are all there. What is not there any more goes from the list. */
  const refill = async (ids: readonly string[], before: string | null): Promise<boolean> => {
    const answer = await ask(before, ids.length);
    if (answer === null) return false;
    if (!('rows' in answer)) {
      failed(answer);
      return false;
    }
    const oldest = ids.at(-1) ?? '';
    const rows = answer.rows.filter(({ id }) => compareIds(id, oldest) >= 0);
    const reach = answer.next === null ? oldest : (answer.rows.at(-1)?.id ?? oldest);
    const found = new Set(rows.map(({ id }) => id));
    batch(() => {
      memory.restore(rows);
      memory.remove(ids.filter((id) => compareIds(id, reach) >= 0 && !found.has(id)));
      takePushed();
    });
    const rest = ids.filter((id) => compareIds(id, reach) < 0);
    return rest.length === 0 || refill(rest, reach);
  };
  const refillPage = async (page: RowPage): Promise<void> => {
    refilling.add(page);
    page.isHeld = await refill(page.ids, pages.before(page));
    if (refilling.delete(page) && page.isHeld) fill();
  };
  const fill = (): void => {
    const { first, last } = sight;
    const near = places.value.slice(Math.max(0, first - ahead), last + ahead).map(({ id }) => id);
    if (near.length === 0) return;
    const pinned = [selected.value, wanted.value].filter((id) => id !== null);
    memory.letGo(near, pinned);
    for (const page of pages.missing(near)) {
      if (refilling.size < mostRefills && !refilling.has(page)) void refillPage(page);
    }
    if (last + ahead >= places.value.length) void loadMore();
  };

  return {
    places,
    row: (id) => held.value.get(id) ?? null,
    filter,
    isNarrowed,
    selected,
    total,
    grouping,
    group: (chosen) => {
      grouping.value = chosen;
    },
    wanted,
    fresh,
    state: computed(() =>
      loading.value === 'first' && listed.value.length === 0
        ? 'loading'
        : loading.value === 'more'
          ? 'loading-more'
          : loading.value === 'failed' && listed.value.length === 0
            ? 'failed'
            : next.value !== null
              ? 'more'
              : 'complete',
    ),
    show: async (chosen) => {
      batch(() => {
        filter.value = chosen;
        lingering.value = new Set();
        loading.value = 'first';
        next.value = null;
        fresh.value = 0;
      });
      await loadFirst(false);
    },
    reload: () => loadFirst(true),
    retell: async () => {
      memory.letGoOlder();
      await loadFirst(true);
      batch(fill);
    },
    loadMore,
    look: (first, last) => {
      sight = { first, last };
      batch(fill);
    },
    isReading,
    sawTop: () => {
      batch(() => {
        fresh.value = 0;
        trim();
      });
    },
    push: (row) => {
      const isFresh = isNew(row);
      batch(() => {
        if (underWay > 0) pushed = [...pushed, row];
        memory.taskIs(row);
        if (isFresh) {
          memory.insert(row);
          if (row.unread || !isUnreadOnly.value) total.value = (total.value ?? 0) + 1;
        } else memory.update([row]);
        if (mayPass(row)) void askNewest();
        if (!isReading()) trim();
        else if (isFresh && (row.unread || !isUnreadOnly.value)) fresh.value += 1;
      });
      return isFresh;
    },
    markRead: (which) => {
      batch(() => {
        lingering.value = which === 'all' ? new Set() : new Set([...lingering.value, ...which]);
        memory.markRead(which);
        const read = readRows(new Map(pushed.map((row) => [row.id, row])), which);
        pushed = pushed.map((row) => read.get(row.id) ?? row);
        // Nothing is unread any more, be it in memory or not.
        if (which === 'all' && isUnreadOnly.value) memory.remove(listed.value.map(({ id }) => id));
      });
    },
    markUnread: (ids) => {
      memory.markUnread(ids);
      // They belong to the unread ones again, wherever they stood.
      if (isUnreadOnly.value && ids.some((id) => !pages.has(id))) void loadFirst(true);
    },
    taskIs: memory.taskIs,
    select: (id) => {
      selected.value = id;
    },
    goTo: (id) => {
      batch(() => {
        selected.value = id;
        wanted.value = id;
      });
    },
    step: (step) => {
      batch(() => {
        selected.value = stepFrom(places.value, selected.value, step);
        wanted.value = selected.value;
      });
    },
    arrived: () => {
      wanted.value = null;
    },
    clear: () => {
      begin();
      batch(() => {
        memory.clear();
        lingering.value = new Set();
        selected.value = null;
        wanted.value = null;
        fresh.value = 0;
        next.value = null;
        total.value = 0;
        loading.value = null;
      });
    },
  };
};

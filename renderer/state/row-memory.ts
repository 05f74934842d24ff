import { type ReadonlySignal, signal } from '@preact/signals';
import type { ChangeRow } from '../../electron/contract/index.ts';
import { type RowPages, createRowPages } from './row-pages.ts';
import { type Place, compareIds, latestPlaces, mergePlaces, readRows, rowsOfTask, takeRows } from './rows.ts';

/** The places of all rows that were loaded, and those rows that are in memory. */
export type RowMemory = {
  readonly listed: ReadonlySignal<readonly Place[]>;
  readonly held: ReadonlySignal<ReadonlyMap<string, ChangeRow>>;
  readonly pages: Pick<RowPages, 'has' | 'missing' | 'before'>;
  /** A first page that came anew. What is older stays where the page reaches to it, to be loaded again when it is in sight. */
  begin(rows: readonly ChangeRow[], isContinued: boolean): void;
  /** A page of older rows. */
  append(rows: readonly ChangeRow[]): void;
  /** A single row that is not listed yet. */
  insert(row: ChangeRow): void;
  /** Rows that are listed; those whose page is not in memory are passed over. */
  update(rows: readonly ChangeRow[]): void;
  /** Rows of a page that is being loaded again. */
  restore(rows: readonly ChangeRow[]): void;
  remove(ids: readonly string[]): void;
  readonly markRead: (which: 'all' | readonly string[]) => void;
  readonly markUnread: (ids: readonly string[]) => void;
  readonly taskIs: (task: Pick<ChangeRow, 'accountId' | 'taskId' | 'isResolved'>) => void;
  /** Lets go the rows far from those of `ids`, save those of `pinned`. */
  letGo(ids: readonly string[], pinned: readonly string[]): void;
  /** Lets go all rows but those of the first page, which is only ever loaded whole. */
  letGoOlder(): void;
  /** Forgets the far end of a long list; returns the id before which it goes on, or null when nothing was forgotten. */
  trim(): string | null;
  clear(): void;
};

/** A page that stays open for weeks must not grow for ever; what is left out here is paged in again on scrolling. */
const most = 1_000;
const keep = 400;

const idsOf = (rows: readonly Pick<Place, 'id'>[]): readonly string[] => rows.map(({ id }) => id);

export const createRowMemory = (): RowMemory => {
  const pages = createRowPages();
  const held = signal<ReadonlyMap<string, ChangeRow>>(new Map());
  const listed = signal<readonly Place[]>([]);

  const forget = (ids: readonly string[]): void => {
    if (ids.length === 0) return;
    const rows = new Map(held.value);
    for (const id of ids) rows.delete(id);
    held.value = rows;
  };
  const remove = (ids: readonly string[]): void => {
    if (ids.length === 0) return;
    const gone = new Set(ids);
    pages.remove(ids);
    listed.value = listed.value.filter(({ id }) => !gone.has(id));
    forget(ids);
  };
  const insert = (row: ChangeRow): void => {
    const isHeld = pages.insert(row.id);
    listed.value = mergePlaces(listed.value, [row]);
    if (isHeld) held.value = takeRows(held.value, [row]);
  };
  const restore = (rows: readonly ChangeRow[]): void => {
    held.value = takeRows(held.value, rows);
    for (const row of rows) if (!pages.has(row.id)) insert(row);
  };

  return {
    listed,
    held,
    pages,
    begin: (rows, isContinued) => {
      const oldest = rows.at(-1)?.id ?? '';
      const fresh = new Set(idsOf(rows));
      if (isContinued && pages.has(oldest)) {
        remove(idsOf(listed.value).filter((id) => compareIds(id, oldest) >= 0 && !fresh.has(id)));
        restore(rows);
        forget(pages.letGo([rows[0]?.id ?? oldest], idsOf(rows)));
        return;
      }
      const known = rows.flatMap(({ id }) => held.value.get(id) ?? []);
      held.value = takeRows(new Map(known.map((row) => [row.id, row])), rows);
      pages.reset();
      pages.append(idsOf(rows));
      listed.value = mergePlaces([], rows);
    },
    append: (rows) => {
      const fresh = rows.filter(({ id }) => !pages.has(id));
      pages.append(idsOf(fresh));
      held.value = takeRows(held.value, rows);
      listed.value = mergePlaces(listed.value, fresh);
    },
    insert,
    update: (rows) => {
      const there = rows.filter(({ id }) => held.value.has(id));
      if (there.length > 0) held.value = takeRows(held.value, there);
    },
    restore,
    remove,
    markRead: (which) => {
      held.value = readRows(held.value, which);
    },
    markUnread: (ids) => {
      const unread = new Map(held.value);
      for (const id of ids) {
        const row = unread.get(id);
        if (row) unread.set(id, { ...row, unread: true });
      }
      held.value = unread;
    },
    taskIs: (task) => {
      held.value = rowsOfTask(held.value, task);
    },
    letGo: (ids, pinned) => forget(pages.letGo(ids, pinned)),
    letGoOlder: () => forget(pages.letGoOlder()),
    trim: () => {
      const latest = listed.value.length > most ? latestPlaces(listed.value, keep) : null;
      if (latest === null) return null;
      pages.cutAfter(latest.next);
      listed.value = latest.places;
      const kept = new Set(idsOf(latest.places));
      forget([...held.value.keys()].filter((id) => !kept.has(id)));
      return latest.next;
    },
    clear: () => {
      pages.reset();
      held.value = new Map();
      listed.value = [];
    },
  };
};

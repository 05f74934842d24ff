import type { ChangeRow } from '../../electron/contract/index.ts';

/** Where a row stands in the list. It stays in memory where the row itself may be let go. */
export type Place = Pick<ChangeRow, 'id' | 'at' | 'taskId'> & { readonly projectId: string | null };

export const placeOf = ({ id, at, taskId, project }: ChangeRow): Place => ({
  id,
  at,
  taskId,
  projectId: project?.id ?? null,
});

/** Ids are counted up by the app; as text, the longer one is the later one. */
export const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

const newestFirst = (a: Pick<Place, 'id' | 'at'>, b: Pick<Place, 'id' | 'at'>): number =>
  b.at - a.at || compareIds(b.id, a.id);

/** The places of both, newest first, each id once. `current` is in order already; what is incoming need not be. */
export const mergePlaces = (current: readonly Place[], incoming: readonly ChangeRow[]): readonly Place[] => {
  if (incoming.length === 0) return current;
  const fresh = incoming.map(placeOf).sort(newestFirst);
  const last = current.at(-1);
  const [first] = fresh;
  // Older rows come page after page, so this is the usual case, and the list may be long.
  if (first && (!last || newestFirst(last, first) < 0)) return [...current, ...fresh];
  const ids = new Set(fresh.map(({ id }) => id));
  const merged: Place[] = [];
  let taken = 0;
  for (const place of current) {
    if (ids.has(place.id)) continue;
    for (let next = fresh[taken]; next && newestFirst(next, place) < 0; next = fresh[taken]) {
      merged.push(next);
      taken += 1;
    }
    merged.push(place);
  }
  return [...merged, ...fresh.slice(taken)];
};

/** Where `place` is among `places`, which are newest first; -1 when it is not there. */
export const placeIndex = (places: readonly Place[], place: Pick<Place, 'id' | 'at'>): number => {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = places[middle];
    if (there && newestFirst(there, place) < 0) low = middle + 1;
    else high = middle;
  }
  return places[low]?.id === place.id ? low : -1;
};

/**
 * The rows of both. Where both have a row, the one of `incoming` counts; but what was read stays read, since an answer may
 * have been on its way when the click came.
 */
export const takeRows = (
  current: ReadonlyMap<string, ChangeRow>,
  incoming: readonly ChangeRow[],
): ReadonlyMap<string, ChangeRow> => {
  const rows = new Map(current);
  for (const row of incoming) {
    const known = rows.get(row.id);
    rows.set(row.id, known && !known.unread && row.unread ? { ...row, unread: false } : row);
  }
  return rows;
};

/** The rows with those of `which` read. */
export const readRows = (
  rows: ReadonlyMap<string, ChangeRow>,
  which: 'all' | readonly string[],
): ReadonlyMap<string, ChangeRow> => {
  const read = new Map(rows);
  for (const id of which === 'all' ? rows.keys() : which) {
    const row = read.get(id);
    if (row?.unread) read.set(id, { ...row, unread: false });
  }
  return read;
};

/** The rows with what is known of their task: whether it is resolved, or null when nothing can be done to it any more. */
export const rowsOfTask = (
  rows: ReadonlyMap<string, ChangeRow>,
  { accountId, taskId, isResolved }: Pick<ChangeRow, 'accountId' | 'taskId' | 'isResolved'>,
): ReadonlyMap<string, ChangeRow> => {
  const stale = [...rows.values()].filter(
    (row) => row.taskId === taskId && row.accountId === accountId && row.isResolved !== isResolved,
  );
  if (stale.length === 0) return rows;
  const fresh = new Map(rows);
  for (const row of stale) fresh.set(row.id, { ...row, isResolved });
  return fresh;
};

/** The `count` latest places by id, and the id before which the rest is asked for again; null when nothing is left out. */
export const latestPlaces = (
  places: readonly Place[],
  count: number,
): { places: readonly Place[]; next: string } | null => {
  if (places.length <= count) return null;
  const last = [...places].sort((a, b) => compareIds(b.id, a.id))[count - 1];
  return last ? { places: places.filter(({ id }) => compareIds(id, last.id) >= 0), next: last.id } : null;
};

/** The id `step` rows after `from`, staying inside the list; the first row when nothing is selected yet. */
export const stepFrom = (places: readonly Place[], from: string | null, step: number): string | null => {
  const index = places.findIndex(({ id }) => id === from);
  const target = index === -1 ? 0 : Math.min(places.length - 1, Math.max(0, index + step));
  return places[target]?.id ?? null;
};

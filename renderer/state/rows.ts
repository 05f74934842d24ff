import type { ChangeRow } from '../../electron/contract/index.ts';

/** Ids are counted up by the app; as text, the longer one is the later one. */
const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

const newestFirst = (a: ChangeRow, b: ChangeRow): number => b.at - a.at || compareIds(b.id, a.id);

/**
 * The rows of both, newest first, each id once. Where both have a row, the one of `incoming` counts; but what was
 * read stays read, since an answer may have been on its way when the click came.
 */
export const mergeRows = (current: readonly ChangeRow[], incoming: readonly ChangeRow[]): readonly ChangeRow[] => {
  const rows = new Map(current.map((row) => [row.id, row]));
  for (const row of incoming) {
    const known = rows.get(row.id);
    rows.set(row.id, known && !known.unread && row.unread ? { ...row, unread: false } : row);
  }
  return [...rows.values()].sort(newestFirst);
};

/** The rows with those of `which` read. */
export const readRows = (rows: readonly ChangeRow[], which: 'all' | readonly string[]): readonly ChangeRow[] => {
  const ids = which === 'all' ? null : new Set(which);
  return rows.map((row) => (row.unread && (ids === null || ids.has(row.id)) ? { ...row, unread: false } : row));
};

/** The `count` latest rows by id, and the id before which the rest is asked for again; null when nothing is left out. */
export const latestRows = (
  rows: readonly ChangeRow[],
  count: number,
): { rows: readonly ChangeRow[]; next: string } | null => {
  if (rows.length <= count) return null;
  const kept = [...rows].sort((a, b) => compareIds(b.id, a.id)).slice(0, count);
  const last = kept.at(-1);
  return last ? { rows: kept.sort(newestFirst), next: last.id } : null;
};

/** The id `step` rows after `from`, staying inside the list; the first row when nothing is selected yet. */
export const stepFrom = (rows: readonly ChangeRow[], from: string | null, step: number): string | null => {
  const index = rows.findIndex((row) => row.id === from);
  const target = index === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, index + step));
  return rows[target]?.id ?? null;
};

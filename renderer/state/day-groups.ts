import type { ChangeRow } from '../../electron/contract/index.ts';

export type DayGroup = { readonly day: string; readonly label: string; readonly rows: readonly ChangeRow[] };

const dayMilliseconds = 86_400_000;

/** Days from `at` to `now` by the local calendar; clocks may change in between, so hours do not count. */
const daysAgo = (at: Date, now: Date): number =>
  Math.round(
    (Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) -
      Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())) /
      dayMilliseconds,
  );

/** The heading of a day: Today, Yesterday, the weekday within a week, else the date (with its year unless this one). */
export const dayLabel = (at: number, now: number): string => {
  const date = new Date(at);
  const today = new Date(now);
  const days = daysAgo(date, today);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days < 7) return date.toLocaleDateString('en-GB', { weekday: 'long' });
  const sameYear = date.getFullYear() === today.getFullYear();
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
};

/** Groups rows, which are newest first, by local day. */
export const groupByDay = (rows: readonly ChangeRow[], now: number): readonly DayGroup[] => {
  const groups: { day: string; label: string; rows: ChangeRow[] }[] = [];
  for (const row of rows) {
    // What a clock ahead of ours dates after now belongs to today as well.
    const at = Math.min(row.at, now);
    const day = new Date(at).toDateString();
    const last = groups.at(-1);
    if (last?.day === day) last.rows.push(row);
    else groups.push({ day, label: dayLabel(at, now), rows: [row] });
  }
  return groups;
};

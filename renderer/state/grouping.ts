import { dayBounds } from './day-headings.ts';
import type { Place } from './rows.ts';

/** By what the rows of a day stand together. */
export const groupings = ['day', 'project', 'task'] as const;
export type Grouping = (typeof groupings)[number];

const keyOf = ({ projectId, taskId }: Place, grouping: Grouping): string =>
  grouping === 'project' ? (projectId ?? '') : grouping === 'task' ? taskId : '';

/**
 * The places with those of the same project or task together within each day: the group with the newest change first, and the
 * newest of each group first. Days stay apart, so that older rows which are loaded later move nothing but the end of the list.
 */
export const groupPlaces = (places: readonly Place[], grouping: Grouping): readonly Place[] => {
  if (grouping === 'day') return places;
  const grouped: Place[] = [];
  let groups = new Map<string, Place[]>();
  let day = { start: Infinity, end: -Infinity };
  const finishDay = (): void => {
    for (const group of groups.values()) for (const place of group) grouped.push(place);
    groups = new Map();
  };
  for (const place of places) {
    if (place.at < day.start || place.at >= day.end) {
      finishDay();
      day = dayBounds(place.at);
    }
    const key = keyOf(place, grouping);
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  finishDay();
  return grouped;
};

/** Whether a group begins with a place; `before` is the place above it, null for the first of a day. */
export const beginsGroup = (place: Place, before: Place | null, grouping: Grouping): boolean =>
  grouping !== 'day' && (before === null || keyOf(place, grouping) !== keyOf(before, grouping));

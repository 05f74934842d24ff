import * as v from 'valibot';
import { changeFilterSchema, noFilter } from '../../electron/contract/index.ts';
import { groupings } from '../state/grouping.ts';
import type { ListView } from '../state/list-view.ts';

const key = 'list-view';
const storedSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ filter: changeFilterSchema, grouping: v.picklist(groupings) }),
);

/** A browser that keeps nothing for pages says so by throwing. */
const attempt = <Value>(act: () => Value): Value | null => {
  try {
    return act();
  } catch {
    return null;
  }
};

/** How the list was looked at last in this window or browser; all changes by day where nothing is remembered. */
export const rememberedListView = (): ListView => {
  const stored = v.safeParse(
    storedSchema,
    attempt(() => localStorage.getItem(key)),
  );
  return stored.success ? stored.output : { filter: noFilter, grouping: 'day' };
};

export const rememberListView = (view: ListView): void => {
  attempt(() => localStorage.setItem(key, JSON.stringify(view)));
};

import * as v from 'valibot';
import { changeFilterSchema, noFilter } from '../../electron/contract/index.ts';
import { groupings } from '../state/grouping.ts';
import type { ListView } from '../state/list-view.ts';
import { remember, remembered } from './page-memory.ts';

const key = 'list-view';
const storedSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ filter: changeFilterSchema, grouping: v.picklist(groupings) }),
);

/** How the list was looked at last in this window or browser; all changes by day where nothing is remembered. */
export const rememberedListView = (): ListView => {
  const stored = v.safeParse(storedSchema, remembered(key));
  return stored.success ? stored.output : { filter: noFilter, grouping: 'day' };
};

export const rememberListView = (view: ListView): void => {
  remember(key, JSON.stringify(view));
};

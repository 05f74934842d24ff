import * as v from 'valibot';
import { changeRowSchema } from './change-row.ts';
import { changeFilterSchema } from './inbox.ts';
import { overviewSchema } from './overview.ts';
import { preferencesSchema } from './preferences.ts';

/**
 * All that the app tells the page unasked. `change` brings a new or updated row; `notification` goes to one page
 * only, on hosts where the page is the one that raises it.
 */
export const pageEventSchema = v.variant('event', [
  v.object({ event: v.literal('overview'), overview: overviewSchema }),
  v.object({ event: v.literal('change'), row: changeRowSchema }),
  v.object({
    event: v.literal('changes-read'),
    which: v.union([v.literal('all'), v.array(v.string())]),
  }),
  /** Changes that were read are unread again. */
  v.object({ event: v.literal('changes-unread'), ids: v.array(v.string()) }),
  /** A click on a notification that tells of several changes asks for the list with nothing but those. */
  v.object({ event: v.literal('show-list'), filter: changeFilterSchema }),
  /** The tray, or a link to the app, asks for a view of the window. */
  v.object({ event: v.literal('show-view'), view: v.picklist(['settings', 'account']) }),
  /** Preferences were changed, by whatever page: these are in force now. */
  v.object({ event: v.literal('preferences'), preferences: preferencesSchema }),
  /** All changes were deleted: the list begins anew. */
  v.object({ event: v.literal('history-deleted') }),
  v.object({
    event: v.literal('notification'),
    notification: v.object({
      id: v.string(),
      replaces: v.nullable(v.string()),
      title: v.string(),
      body: v.string(),
      isSilent: v.boolean(),
      /** The page takes it down once these are read. */
      changeIds: v.array(v.string()),
    }),
  }),
]);

export type PageEvent = v.InferOutput<typeof pageEventSchema>;

import * as v from 'valibot';
import { changeRowSchema } from './change-row.ts';
import { overviewSchema } from './overview.ts';

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
  /** All changes were deleted: the list begins anew. */
  v.object({ event: v.literal('history-deleted') }),
  v.object({
    event: v.literal('notification'),
    notification: v.object({ id: v.string(), replaces: v.nullable(v.string()), title: v.string(), body: v.string() }),
  }),
]);

export type PageEvent = v.InferOutput<typeof pageEventSchema>;

import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';

/** Older ones are no longer on anybody’s screen. */
const mostRecent = 200;

const idRow = v.object({ id: v.number() });

/**
 * The latest notifications that nothing took the place of and of whose changes none is unread any more, so that they can be
 * taken down. One that took the place of others stands for their changes, too.
 */
export const createReadNotifications = (database: DatabaseSync): (() => readonly string[]) => {
  const find = database.prepare(
    `WITH RECURSIVE
       latest AS (SELECT id, state, replaced_by FROM notification ORDER BY id DESC LIMIT ${mostRecent}),
       part (top, id) AS (
         SELECT id, id FROM latest WHERE state <> 'failed' AND replaced_by IS NULL
         UNION
         SELECT part.top, notification.id FROM notification JOIN part ON notification.replaced_by = part.id)
     SELECT part.top AS id FROM part
       JOIN notification_change ON notification_change.notification_id = part.id
       JOIN change ON change.id = notification_change.change_id
     GROUP BY part.top HAVING count(*) = count(change.read_at)`,
  );
  return () => find.all().map((row) => String(v.parse(idRow, row).id));
};

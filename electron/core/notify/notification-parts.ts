/**
 * In SQL, the ids of a notification and of all that it took the place of, and so tells of; its parameter is the id of the
 * notification. To be used as a subquery.
 */
export const partsOf = `
  WITH RECURSIVE part (id) AS (
    VALUES (?) UNION SELECT notification.id FROM notification JOIN part ON notification.replaced_by = part.id
  ) SELECT id FROM part`;

import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { transaction } from '../database/transaction.ts';
import type { OutgoingHook } from './publication.ts';

/** The hooks in a receiver's journal that the stream has not acknowledged yet. Throws what SQLite throws. */
export type Outbox = {
  count(): number;
  /** The oldest ones, at most `limit`, in the order in which they were taken. */
  oldest(limit: number): readonly StoredHook[];
  /** The stream has them. */
  remove(hooks: readonly StoredHook[]): void;
};

export type StoredHook = OutgoingHook & { readonly id: number };

const storedSchema = v.array(
  v.object({
    id: v.number(),
    messageId: v.nullable(v.string()),
    taskId: v.string(),
    action: v.picklist(['create', 'update', 'delete']),
  }),
);
const countSchema = v.object({ hooks: v.number() });

/** `installation` makes up an id for hooks that were taken before this was a receiver. */
export const createOutbox = (database: DatabaseSync, installation: string): Outbox => {
  const count = database.prepare('SELECT count(*) AS hooks FROM hook WHERE settled_at IS NULL');
  const select = database.prepare(
    `SELECT id, message_id AS messageId, task_id AS taskId, action FROM hook WHERE settled_at IS NULL ORDER BY id LIMIT ?`,
  );
  const remove = database.prepare('DELETE FROM hook WHERE id = ?');
  return {
    count: () => v.parse(countSchema, count.get()).hooks,
    oldest: (limit) =>
      v
        .parse(storedSchema, select.all(limit))
        .map((hook) => ({ ...hook, messageId: hook.messageId ?? `${installation}-${hook.id}` })),
    remove: (hooks) => {
      transaction(database, () => {
        for (const { id } of hooks) remove.run(id);
      });
    },
  };
};

import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';

/** Small values that outlive a restart, each under its own key and schema. */
export type Kept<Value> = { read(): Value | null; write(value: Value | null): void };

/** One kept value; what no longer fits the schema reads as null. */
export const createKept = <Value>(
  database: DatabaseSync,
  key: string,
  schema: v.GenericSchema<unknown, Value>,
): Kept<Value> => {
  const stored = v.pipe(v.string(), v.parseJson(), schema);
  return {
    read: () => {
      const row = database.prepare('SELECT value FROM kept WHERE key = ?').get(key);
      const value = v.safeParse(stored, row?.['value']);
      return value.success ? value.output : null;
    },
    write: (value) => {
      if (value === null) database.prepare('DELETE FROM kept WHERE key = ?').run(key);
      else
        database
          .prepare('INSERT INTO kept VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
          .run(key, JSON.stringify(value));
    },
  };
};

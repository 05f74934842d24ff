import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { createKept } from '../database/kept.ts';

/** The id of this installation, made at random when it is first asked for and the same from then on. Says nothing of the machine. */
export const installationId = (database: DatabaseSync): string => {
  const kept = createKept(database, 'installation', v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/)));
  const known = kept.read();
  if (known !== null) return known;
  const made = randomBytes(12).toString('hex');
  kept.write(made);
  return made;
};

import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { succeed } from '../../contract/index.ts';
import { createKept } from '../database/kept.ts';
import type { ApiResult, RedboothClient } from './client-port.ts';
import type { Organization } from './task.ts';

const organizationsSchema = v.array(v.object({ id: v.string(), name: v.string() }));

/** The organisations of the signed-in user, as they were last read; kept over restarts. */
export type Organizations = {
  known(): readonly Organization[];
  /** Asks the API. A user who may not list them (403, 404) has none. */
  read(): ApiResult<readonly Organization[]>;
};

/** Begins with those of the last run; nothing is asked before `read`. */
export const createOrganizations = (ports: {
  readonly database: DatabaseSync;
  readonly client: Pick<RedboothClient, 'organizations'>;
  /** Others than before are known. */
  readonly onChanged: () => void;
}): Organizations => {
  const kept = createKept(ports.database, 'organizations', organizationsSchema);
  let known: readonly Organization[] = kept.read() ?? [];
  return {
    known: () => known,
    read: async () => {
      const read = await ports.client.organizations();
      if (!read.ok && read.failure.kind !== 'missing' && read.failure.kind !== 'forbidden') return read;
      const organizations = read.ok ? read.value.map(({ id, name }) => ({ id, name })) : [];
      const isNew = JSON.stringify(organizations) !== JSON.stringify(known);
      if (isNew) {
        known = organizations;
        try {
          kept.write([...organizations]);
        } catch {
          // Read again at the next start.
        }
        ports.onChanged();
      }
      return succeed(organizations);
    },
  };
};

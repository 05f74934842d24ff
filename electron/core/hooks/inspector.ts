import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type Failure, type Result, fail, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { IncomingHook } from './hook.ts';
import type { AppendHooks } from './journal.ts';
import { readPayload } from './payload.ts';
import { type ReceivedRequest, bodyStartBytes } from './received-request.ts';
import { type KeptRequest, createRequestRing } from './request-ring.ts';

/** What reached the listener lately, kept in memory only. */
export type Inspector = {
  /** For the listener: takes a request that was answered. */
  readonly note: (request: ReceivedRequest) => void;
  /** The last 200, newest first. */
  readonly all: () => readonly KeptRequest[];
  readonly find: (id: string) => KeptRequest | null;
  /** Whether there is something in a request to be worked on again. */
  canReplay(request: KeptRequest): boolean;
  /** Has the hooks of a request worked on once more, as if they had just come in. */
  replay(id: string): Promise<Result<null, Failure>>;
};

export type InspectorPorts = {
  readonly database: DatabaseSync;
  readonly appendMany: AppendHooks;
  readonly clock: Clock;
};

type Hint = Pick<IncomingHook, 'taskId' | 'action'>;

const hintsSchema = v.array(v.object({ taskId: v.string(), action: v.picklist(['create', 'update', 'delete']) }));

/** Makes the inspector. A replay is committed to the journal like any hook, or fails as the journal does. */
export const createInspector = ({ database, appendMany, clock }: InspectorPorts): Inspector => {
  const ring = createRequestRing(clock.now());
  const selectHooks = database.prepare(
    'SELECT task_id AS taskId, action FROM hook WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
  );

  /** Accepted: as the journal has them. Refused for want of space: as they were sent. */
  const hooksOf = ({ hookIds, outcome, size, bodyStart }: KeptRequest): readonly Hint[] => {
    if (hookIds.length > 0) return v.parse(hintsSchema, selectHooks.all(JSON.stringify(hookIds.map(Number))));
    if (outcome !== 'unwritable' || size > bodyStartBytes) return [];
    const payload = readPayload(Buffer.from(bodyStart));
    return payload.kind === 'hooks' ? payload.hooks : [];
  };

  return {
    note: ring.note,
    all: ring.all,
    find: ring.find,
    canReplay: ({ hookIds, outcome, size }) =>
      hookIds.length > 0 || (outcome === 'unwritable' && size <= bodyStartBytes),
    replay: async (id) => {
      const request = ring.find(id);
      const hooks = request === null ? [] : hooksOf(request);
      if (hooks.length === 0)
        return fail({ code: 'not-found', message: 'This request is not kept any more, or there is no hook in it.' });
      // Without its hook URL: it did not come in by it now.
      const appended = await appendMany(hooks.map((hook) => ({ ...hook, source: 'replay', hookUrlId: null })));
      return appended.ok ? succeed(null) : appended;
    },
  };
};

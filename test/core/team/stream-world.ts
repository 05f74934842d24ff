import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Result } from '../../../electron/contract/index.ts';
import { systemClock } from '../../../electron/core/clock.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { type TeamAccess, connectTeam } from '../../../electron/core/team/connection.ts';
import { readTeamAccess } from '../../../electron/core/team/access.ts';
import { createTeamMember } from '../../../electron/core/team/member.ts';
import * as nats from '../../../electron/core/team/nats.ts';
import type { TeamState } from '../../../electron/core/team/session.ts';
import type { StreamLimits } from '../../../electron/core/team/stream-limits.ts';
import { type TemporaryHistory, temporaryHistory } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import type { NatsServer, NatsUser } from './nats-server.ts';

export const usualLimits: StreamLimits = { replicas: 1, days: 7, bytes: 2 ** 25 };

const valueOf = <Value, Trouble>(result: Result<Value, Trouble>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

/** How `user` gets to `server`; nobody in particular without one. */
export const accessTo = async (
  server: NatsServer,
  user: NatsUser | null = null,
  certificatesFile: string | null = null,
): Promise<TeamAccess> =>
  valueOf(
    await readTeamAccess(nats, {
      servers: server.url,
      credentials: async () => user?.credentials ?? null,
      certificatesFile,
      installation: 'anybody',
    }),
  );

/** Makes the stream, as whoever runs the server would. */
export const setUp = async (
  server: NatsServer,
  administrator: NatsUser | null = null,
  limits: StreamLimits = usualLimits,
): Promise<void> => {
  valueOf(await nats.setUpStream(await accessTo(server, administrator), limits));
};

/** A connection by which a test does as it likes. */
export const rawConnection = async (server: NatsServer, user: NatsUser | null = null) => {
  const connection = valueOf(await connectTeam(await accessTo(server, user)));
  onTestFinished(() => connection.close());
  return connection.nats;
};

export const newMessageId = (): string => randomBytes(16).toString('base64url');

/** Publishes hooks for these tasks, as a receiver would. */
export const publish = async (
  server: NatsServer,
  taskIds: readonly string[],
  user: NatsUser | null = null,
  messageIds: readonly string[] = [],
): Promise<void> => {
  const publication = valueOf(await nats.openPublication(await accessTo(server, user), 5_000));
  for (const [index, taskId] of taskIds.entries()) {
    const messageId = messageIds[index] ?? newMessageId();
    const trouble = await publication.publish({ messageId, taskId, action: 'update' });
    if (trouble !== null) throw new Error(trouble.code);
  }
  await publication.close();
};

/** Settles once `isReached`, which is asked again and again for 15 s. */
export const eventually = async (isReached: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 15_000;
  while (!(await isReached())) {
    if (Date.now() > end) throw new Error('it did not come to that within 15 s');
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
};

type MemberOptions = {
  readonly user?: NatsUser | null;
  readonly history?: TemporaryHistory;
  readonly installation?: string;
  readonly since?: number | null;
  readonly certificatesFile?: string | null;
};

/** A member with a journal of its own, as the app composes it. */
export const startMember = (server: NatsServer, options: MemberOptions = {}) => {
  const { user = null, history = temporaryHistory(), installation = 'installation-one', since = null } = options;
  const database = history.open();
  const states: TeamState[] = [];
  const log = createFakeLog();
  let gaps = 0;
  let isBroken = false;
  const journal = createJournal({ database, clock: systemClock, onCommitted: () => undefined });
  const member = createTeamMember({
    open: async () => {
      const access = await readTeamAccess(nats, {
        servers: server.url,
        credentials: async () => user?.credentials ?? null,
        certificatesFile: options.certificatesFile ?? null,
        installation,
      });
      return access.ok ? nats.openSubscription(access.value, { installation, since }) : access;
    },
    append: (hooks) =>
      isBroken
        ? Promise.resolve({ ok: false, failure: { code: 'journal-unwritable', message: 'full' } })
        : journal.appendMany(hooks),
    clock: systemClock,
    random: () => 0,
    log,
    onState: (state) => void states.push(state),
    onGap: () => (gaps += 1),
    onSeen: () => undefined,
  });
  member.start();
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await member.dispose();
    await journal.dispose();
    database.close();
  };
  onTestFinished(stop);
  return {
    member,
    states,
    log,
    stop,
    gaps: () => gaps,
    breakJournal: (broken: boolean) => (isBroken = broken),
    tasks: (): readonly string[] =>
      database
        .prepare('SELECT task_id FROM hook ORDER BY id')
        .all()
        .map((row) => String(row['task_id'])),
    online: () => eventually(() => member.current().state === 'online'),
    offline: (code: string) => eventually(() => member.current().trouble?.code === code),
  };
};

/**
 * Many members in one process: each has the app’s own connection, consumer and journal, and nothing of the app behind the
 * journal. Journals are in memory, as one disk cannot do the commits of hundreds of computers.
 */
import * as v from 'valibot';
import { systemClock } from '../../../electron/core/clock.ts';
import { openDatabase } from '../../../electron/core/database/open.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { createLog } from '../../../electron/core/log.ts';
import { readTeamAccess } from '../../../electron/core/team/access.ts';
import { type TeamMember, createTeamMember } from '../../../electron/core/team/member.ts';
import * as nats from '../../../electron/core/team/nats.ts';
import { type MemberAnswer, calmPart, memberRequestSchema, readTaskId } from './member-wire.ts';

const longestDelay = 3_600_000;
const members: TeamMember[] = [];
let arrived = new Uint16Array(0);
const delays = { before: new Map<number, number>(), after: new Map<number, number>() };
let committed = 0;
let doubled = 0;
let gaps = 0;

const createMember = (servers: string, seed: string, installation: string, hooks: number): TeamMember => {
  const database = openDatabase(':memory:');
  const times = new Uint8Array(hooks);
  const journal = createJournal({
    database,
    clock: systemClock,
    onCommitted: (taken) => {
      const now = systemClock.now();
      for (const { taskId } of taken) {
        const { index, postedAt } = readTaskId(taskId);
        committed += 1;
        const before = times[index] ?? 0;
        times[index] = before + 1;
        if (before > 0) doubled += 1;
        else arrived[index] = (arrived[index] ?? 0) + 1;
        const part = delays[index < hooks * calmPart ? 'before' : 'after'];
        const delay = Math.min(longestDelay, Math.max(0, now - postedAt));
        part.set(delay, (part.get(delay) ?? 0) + 1);
      }
    },
  });
  return createTeamMember({
    open: async () => {
      const access = await readTeamAccess(nats, {
        servers,
        credentials: async () => seed,
        certificatesFile: null,
        installation,
      });
      return access.ok ? nats.openSubscription(access.value, { installation, since: null }) : access;
    },
    append: journal.appendMany,
    clock: systemClock,
    random: Math.random,
    log: createLog((level, message) => {
      if (level !== 'info') console.error(message);
    }),
    onState: () => undefined,
    onGap: () => (gaps += 1),
    onSeen: () => undefined,
  });
};

const answer = (): MemberAnswer => ({
  online: members.filter((member) => member.current().state === 'online').length,
  troubles: members.flatMap((member) => member.current().trouble?.code ?? []),
  committed,
  known: members.reduce((sum, member) => sum + member.counts().received, 0) - committed,
  gaps,
  arrived: [...arrived],
  doubled,
  delays: (['before', 'after'] as const).flatMap((part) =>
    [...delays[part]].map(([milliseconds, times]) => ({ part, milliseconds, times })),
  ),
});

process.on('disconnect', () => process.exit());
process.on('message', (message) => {
  const request = v.parse(memberRequestSchema, message);
  if (request.ask === 'start') {
    arrived = new Uint16Array(request.hooks);
    for (const [index, seed] of request.seeds.entries()) {
      const member = createMember(request.servers, seed, `bench-${process.pid}-${index}`, request.hooks);
      members.push(member);
      member.start();
    }
  }
  process.send?.(answer());
});

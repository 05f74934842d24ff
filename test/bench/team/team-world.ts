import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTeamUser } from '../../../electron/core/team/credentials.ts';
import { serverUser } from '../../../electron/core/team/server-user.ts';
import { sleep } from '../hosts.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { type MemberProcesses, startMemberProcesses } from './member-processes.ts';
import type { MemberAnswer } from './member-wire.ts';
import { type ReceiverProcess, allForwarding, createReceivers, newTeamKey, setUpStream } from './receivers.ts';

const comeOnlineLimit = 180_000;

/** Three servers, two receivers that forward, and processes for members, who are known to the servers and not connected yet. */
export type TeamWorld = {
  readonly cluster: Cluster;
  readonly receivers: readonly ReceiverProcess[];
  readonly members: MemberProcesses;
  /** One for each member. */
  readonly seeds: readonly string[];
};

/** Has a team on this machine for as long as `use` takes. Needs the built app. */
export const withTeam = async <Outcome>(
  size: { readonly members: number; readonly processes: number },
  use: (world: TeamWorld) => Promise<Outcome>,
): Promise<Outcome> => {
  const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-team-'));
  let cluster: Cluster | null = null;
  let receivers: readonly ReceiverProcess[] = [];
  const members = startMemberProcesses(size.processes);
  try {
    const keys = ['administrator', 'receiver', 'receiver'] as const;
    const files = keys.map((role, index) => join(directory, `${role}-${index}.nkey`));
    const [administrator = '', ...receiverFiles] = files;
    const entries = await Promise.all(keys.map((role, index) => newTeamKey(role, files[index] ?? '')));
    const users = Array.from({ length: size.members }, createTeamUser);
    cluster = await startCluster(directory, [...entries, ...users.map(({ user }) => serverUser('member', user))]);
    await cluster.ready();
    await setUpStream(cluster.addresses, administrator);
    receivers = await createReceivers(directory, cluster.addresses, receiverFiles);
    for (const receiver of receivers) receiver.start();
    if (!(await allForwarding(receivers, 30_000))) throw new Error('the receivers do not forward');
    return await use({ cluster, receivers, members, seeds: users.map(({ seed }) => seed) });
  } finally {
    await Promise.all([...receivers.map(({ kill }) => kill()), members.dispose(), cluster?.dispose()]);
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** Has all members connect, within three minutes. */
export const connectMembers = async ({ cluster, members, seeds }: TeamWorld, hooks: number): Promise<void> => {
  await members.start(cluster.addresses, seeds, hooks);
  const isOnline = async (): Promise<boolean> => sum(await members.tell(), ({ online }) => online) === seeds.length;
  if (await until(isOnline, performance.now() + comeOnlineLimit, 200)) return;
  const troubles = new Set((await members.tell()).flatMap(({ troubles }) => troubles));
  throw new Error(`not every member came online (${[...troubles].join(', ')})`);
};

export const sum = (answers: readonly MemberAnswer[], pick: (answer: MemberAnswer) => number): number =>
  answers.reduce((total, answer) => total + pick(answer), 0);

/** Asks again and again, with a pause in between (ms); false if `end` (as of performance.now) comes first. */
export const until = async (isReached: () => Promise<boolean>, end: number, pause: number): Promise<boolean> => {
  for (;;) {
    if (await isReached()) return true;
    if (performance.now() > end) return false;
    await sleep(pause);
  }
};

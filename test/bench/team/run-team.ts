import { sleep } from '../hosts.ts';
import { type MemberAnswer, calmPart } from './member-wire.ts';
import { allForwarding } from './receivers.ts';
import { sendHooks } from './sender.ts';
import { type TeamWorld, connectMembers, sum, until, withTeam } from './team-world.ts';

export type TeamRun = {
  readonly members: number;
  readonly hooks: number;
  /** Hooks posted a second. */
  readonly rate: number;
  /** How many processes the members are in. */
  readonly processes: number;
  /** How long the members rest before the first hook while the servers are watched, in ms. */
  readonly rest: number;
  /** How long all of it may take until it is given up as it is, in ms. */
  readonly limit: number;
};

export type TeamOutcome = {
  readonly acknowledged: number;
  /** Acknowledged hooks that are not in the journal of every member. */
  readonly lost: number;
  /** Hooks that are in a member’s journal twice, over all members. */
  readonly doubled: number;
  /** What was handed out again, and the journals knew. */
  readonly known: number;
  readonly gaps: number;
  readonly acknowledgeDelays: readonly number[];
  /** From the post to the commit at a member, in ms: [ms, times], before the first kill and after. */
  readonly calm: Delays;
  readonly disturbed: Delays;
  readonly sendSeconds: number;
  readonly seconds: number;
  /** MiB. */
  readonly memoryOfServers: { readonly empty: number; readonly atRest: number; readonly atEnd: number };
  readonly memoryOfMembers: { readonly empty: number; readonly atRest: number; readonly atEnd: number };
  /** Processor time of all servers while everybody rested, in ms a second. */
  readonly processorAtRest: number;
  /** Of what happened up to the first kill: processor time in ms and bytes sent of all servers, and how many deliveries that was for. */
  readonly untilKill: { readonly processor: number; readonly bytes: number; readonly deliveries: number };
};

export type Delays = ReadonlyMap<number, number>;

const secondKill = 0.6;
const downFor = 3_000;

/** Puts the delays of all processes together. */
const delaysOf = (answers: readonly MemberAnswer[], part: 'before' | 'after'): Delays => {
  const all = new Map<number, number>();
  for (const delay of answers.flatMap(({ delays }) => delays))
    if (delay.part === part) all.set(delay.milliseconds, (all.get(delay.milliseconds) ?? 0) + delay.times);
  return all;
};

/**
 * A team on one machine: three servers, two receivers, members. At two fifths of the hooks the server that leads the stream is
 * killed, at three fifths a receiver; each is started again after 3 s, as systemd would. Needs the built app.
 */
export const runTeam = (run: TeamRun): Promise<TeamOutcome> => withTeam(run, (world) => observe(run, world));

const observe = async (run: TeamRun, world: TeamWorld): Promise<TeamOutcome> => {
  const { cluster, receivers, members } = world;
  const begun = performance.now();
  const end = begun + run.limit;
  const serversEmpty = cluster.memory();
  const membersEmpty = members.memory();
  await connectMembers(world, run.hooks);

  const busyBefore = cluster.processorTime();
  await sleep(run.rest);
  const processorAtRest = run.rest === 0 ? Number.NaN : (cluster.processorTime() - busyBefore) / (run.rest / 1000);
  const atRest = { servers: cluster.memory(), members: members.memory() };

  const before = { processor: cluster.processorTime(), bytes: await cluster.sentBytes() };
  let untilKill = { processor: Number.NaN, bytes: Number.NaN, deliveries: Number.NaN };
  const disturbances: Promise<void>[] = [];
  const killLeader = async (): Promise<void> => {
    const leader = await cluster.leader();
    const [bytes, answers] = await Promise.all([cluster.sentBytes(), members.tell()]);
    untilKill = {
      processor: cluster.processorTime() - before.processor,
      bytes: bytes - before.bytes,
      deliveries: sum(answers, ({ committed }) => committed),
    };
    await leader.kill();
    await sleep(downFor);
    leader.start();
  };
  const killReceiver = async (): Promise<void> => {
    const [receiver] = receivers;
    await receiver?.kill();
    await sleep(downFor);
    receiver?.start();
  };
  const sent = await sendHooks(
    receivers.map(({ hookUrl }) => hookUrl),
    run.hooks,
    run.rate,
    (index) => {
      if (index === Math.floor(run.hooks * calmPart)) disturbances.push(killLeader());
      if (index === Math.floor(run.hooks * secondKill)) disturbances.push(killReceiver());
    },
  );
  await Promise.all(disturbances);
  await allForwarding(receivers, Math.max(0, end - performance.now()));
  const missing = (answers: readonly MemberAnswer[]): number =>
    sent.acknowledged.filter((index) => sum(answers, ({ arrived }) => arrived[index] ?? 0) < run.members).length;
  const isComplete = async (): Promise<boolean> => missing(await members.tell()) === 0;
  await until(isComplete, end, 1_000);
  const seconds = (performance.now() - begun - run.rest) / 1000;
  // What would come twice comes within the time after which the stream hands out again what was not acknowledged.
  await sleep(Math.min(run.rest, 30_000));
  const answers = await members.tell();
  return {
    acknowledged: sent.acknowledged.length,
    lost: missing(answers),
    doubled: sum(answers, ({ doubled }) => doubled),
    known: sum(answers, ({ known }) => known),
    gaps: sum(answers, ({ gaps }) => gaps),
    acknowledgeDelays: sent.delays,
    calm: delaysOf(answers, 'before'),
    disturbed: delaysOf(answers, 'after'),
    sendSeconds: sent.seconds,
    seconds,
    memoryOfServers: { empty: serversEmpty, atRest: atRest.servers, atEnd: cluster.memory() },
    memoryOfMembers: { empty: membersEmpty, atRest: atRest.members, atEnd: members.memory() },
    processorAtRest,
    untilKill,
  };
};

import { type Benchmark, type Figure, type Measured, percentile } from '../figure.ts';
import { natsServerMissing } from './cluster.ts';
import { type Delays, type TeamOutcome, type TeamRun, runTeam } from './run-team.ts';

/** How large a team to pretend; without `rate`, hooks are posted as fast as `deliveriesPerSecond` to all members allows. */
export type TeamSize = { readonly members: number; readonly hooks: number; readonly rate: number | null };

export const usualTeam: TeamSize = { members: 500, hooks: 20_000, rate: null };

/** What two cores can do with everything on them, and some to spare. */
const deliveriesPerSecond = 5_000;
const processes = 2;
const rest = 30_000;
/** Beyond the time that posting takes. */
const patience = 15 * 60_000;

/** The delay below which the given part of the deliveries lies, in ms. */
const delayAt = (delays: Delays, part: number): number => {
  const sorted = [...delays].sort(([one], [another]) => one - another);
  const all = sorted.reduce((sum, [, times]) => sum + times, 0);
  let passed = 0;
  for (const [milliseconds, times] of sorted) {
    passed += times;
    if (passed > all * part) return milliseconds;
  }
  return sorted.at(-1)?.[0] ?? Number.NaN;
};

const figuresOf = (run: TeamRun, outcome: TeamOutcome): readonly Figure[] => {
  const { memoryOfServers, memoryOfMembers, untilKill, calm, disturbed } = outcome;
  const kibiEach = (more: number, less: number): number => ((more - less) * 1024) / run.members;
  return [
    { name: 'members', value: run.members, unit: '' },
    { name: 'hooks posted', value: run.hooks, unit: '' },
    { name: 'hooks acknowledged', value: outcome.acknowledged, unit: '' },
    { name: 'acknowledged hooks lost', value: outcome.lost, unit: '', goal: { atMost: 0 } },
    { name: 'hooks doubled at a member', value: outcome.doubled, unit: '', goal: { atMost: 0 } },
    { name: 'handed out again, and known to the member', value: outcome.known, unit: '' },
    { name: 'times that a member wrongly found hooks missing', value: outcome.gaps, unit: '', goal: { atMost: 0 } },
    { name: 'hooks acknowledged a second', value: outcome.acknowledged / outcome.sendSeconds, unit: '/s' },
    { name: 'acknowledgement p50', value: percentile(outcome.acknowledgeDelays, 0.5), unit: 'ms' },
    { name: 'acknowledgement p99', value: percentile(outcome.acknowledgeDelays, 0.99), unit: 'ms' },
    { name: 'delivery before the first kill, p50', value: delayAt(calm, 0.5), unit: 'ms' },
    { name: 'delivery before the first kill, p99', value: delayAt(calm, 0.99), unit: 'ms' },
    { name: 'delivery from the first kill on, p50', value: delayAt(disturbed, 0.5), unit: 'ms' },
    { name: 'delivery from the first kill on, p99', value: delayAt(disturbed, 0.99), unit: 'ms' },
    { name: 'time until every member had all', value: outcome.seconds, unit: 's' },
    {
      name: 'memory of a member on the three servers, at rest',
      value: kibiEach(memoryOfServers.atRest, memoryOfServers.empty),
      unit: 'KiB',
    },
    {
      name: 'memory of a member on its own side, at rest',
      value: kibiEach(memoryOfMembers.atRest, memoryOfMembers.empty),
      unit: 'KiB',
    },
    {
      name: 'memory of a member on its own side, journal full',
      value: kibiEach(memoryOfMembers.atEnd, memoryOfMembers.empty),
      unit: 'KiB',
    },
    {
      name: 'processor of all servers for 1,000 members at rest',
      value: (outcome.processorAtRest / run.members) * 100,
      unit: '%',
    },
    {
      name: 'processor of all servers for a delivery',
      value: (untilKill.processor / untilKill.deliveries) * 1000,
      unit: 'µs',
    },
    { name: 'bytes from servers for a delivery', value: untilKill.bytes / untilKill.deliveries, unit: 'bytes' },
  ];
};

/**
 * A team on a cluster of three servers that loses a server and a receiver midway (run-team.ts). The senders, the servers, the
 * receivers and all members share this machine, so times are those of the machine; what is lost and doubled is not.
 */
export const team = ({ members, hooks, rate }: TeamSize): Benchmark => ({
  name: 'team on three servers, a server and a receiver killed midway',
  run: async (): Promise<readonly Measured[]> => {
    if (natsServerMissing !== null) return [{ name: 'a team’s stream', leftOut: natsServerMissing }];
    const pace = rate ?? Math.max(1, deliveriesPerSecond / members);
    const run = { members, hooks, rate: pace, processes, rest, limit: (hooks / pace) * 1000 + patience };
    return figuresOf(run, await runTeam(run));
  },
});

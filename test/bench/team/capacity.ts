import type { Benchmark, Measured } from '../figure.ts';
import { natsServerMissing } from './cluster.ts';
import { sendHooks } from './sender.ts';
import { type TeamWorld, connectMembers, sum, until, withTeam } from './team-world.ts';

const hooks = 5_000;
const members = 10;
const limit = 120_000;
const nobody = (): void => undefined;

/** Posts all of them as fast as they are taken; answers how many were, in how many seconds. */
const post = ({ receivers }: TeamWorld, count: number, receiverCount: number) =>
  sendHooks(
    receivers.slice(0, receiverCount).map(({ hookUrl }) => hookUrl),
    count,
    Number.POSITIVE_INFINITY,
    nobody,
  );

const measure = async (world: TeamWorld): Promise<readonly Measured[]> => {
  // The first ones find nothing warm.
  await post(world, hooks / 5, 2);
  const one = await post(world, hooks, 1);
  const two = await post(world, hooks, 2);
  await connectMembers(world, hooks);
  const begun = performance.now();
  const { acknowledged } = await post(world, hooks, 2);
  const deliveries = acknowledged.length * members;
  const isComplete = async (): Promise<boolean> =>
    sum(await world.members.tell(), ({ committed }) => committed) >= deliveries;
  if (!(await until(isComplete, begun + limit, 50))) throw new Error('the members did not get all hooks');
  const seconds = (performance.now() - begun) / 1000;
  return [
    { name: 'hooks acknowledged a second, one receiver', value: one.acknowledged.length / one.seconds, unit: '/s' },
    { name: 'hooks acknowledged a second, two receivers', value: two.acknowledged.length / two.seconds, unit: '/s' },
    { name: `hooks a second from post to the journals of ${members} members`, value: hooks / seconds, unit: '/s' },
    { name: 'deliveries a second to one process of members', value: deliveries / seconds, unit: '/s' },
  ];
};

/**
 * How much receivers, three servers and a process of ten members can take while nothing fails: hooks are posted by 64 connections as
 * fast as they are answered. All of it shares this machine, so the figures are a floor.
 */
export const capacity: Benchmark = {
  name: 'capacity of a team’s stream on three servers',
  run: async () => {
    if (natsServerMissing !== null) return [{ name: 'a team’s stream', leftOut: natsServerMissing }];
    return withTeam({ members, processes: 1 }, measure);
  },
};

import { describe, expect, it, onTestFinished } from 'vitest';
import { createFakeClock } from '../fakes/clock.ts';
import { createSimulator } from '../../electron/simulator/simulator.ts';
import { createTeam } from '../../electron/simulator/team.ts';

const startTeam = (seed: number, pace = 1) => {
  const clock = createFakeClock();
  const simulator = createSimulator({ seed, clock });
  const notableAt: number[] = [];
  const team = createTeam({
    simulator,
    clock,
    seed,
    pace,
    onMove: ({ notable }) => {
      if (notable) notableAt.push(clock.now());
    },
  });
  onTestFinished(() => team.dispose());
  return { clock, simulator, team, notableAt };
};

describe('the team', () => {
  it('repeats a run exactly with the same seed', () => {
    const run = (seed: number): unknown => {
      const { team, simulator } = startTeam(seed);
      const moves = Array.from({ length: 200 }, () => team.step());
      return { moves, tasks: [...simulator.world.tasks.values()] };
    };
    expect(run(3)).toEqual(run(3));
    expect(run(3)).not.toEqual(run(4));
  });

  it('opens with what everybody knows: a mention, an assignment, a resolved task', () => {
    const { team, simulator } = startTeam(1);
    const moves = Array.from({ length: 7 }, () => team.step()).filter(({ notable }) => notable);
    expect(moves.map(({ kind, by, taskId }) => [by, kind, simulator.world.task(taskId).name])).toEqual([
      ['bo', 'mention', 'Pricing page'],
      ['bo', 'assign', 'Book venue'],
      ['chi', 'status', 'Draft launch plan'],
    ]);
  });

  it('does something for Ada every third time, never by herself, and leaves her alone otherwise', () => {
    const { team, simulator } = startTeam(2);
    const ada = simulator.world.userNamed('ada').id;
    for (let index = 0; index < 600; index += 1) {
      const move = team.step();
      expect(move.notable).toBe(index % 3 === 0);
      const task = simulator.world.task(move.taskId);
      if (move.notable) {
        expect(move.by).not.toBe('ada');
        expect(task.watcherUserIds).toContain(ada);
      } else if (move.by !== 'ada' && move.kind !== 'delete') expect(task.watcherUserIds).not.toContain(ada);
    }
  });

  it('does everything a team does', () => {
    const { team } = startTeam(2);
    const kinds = new Set(Array.from({ length: 400 }, () => team.step().kind));
    expect([...kinds].sort()).toEqual([
      'assign',
      'comment',
      'create',
      'delete',
      'describe',
      'due',
      'mention',
      'rename',
      'status',
      'unassign',
      'urgent',
    ]);
  });

  it('works for days without piling up tasks', () => {
    const { team, simulator } = startTeam(5);
    for (let index = 0; index < 3000; index += 1) team.step();
    expect([...simulator.world.tasks.values()].filter(({ isDeleted }) => !isDeleted).length).toBeLessThan(150);
  });

  it('has something for Ada within 5 s, and then every 6 to 10 s', async () => {
    const { clock, team, notableAt } = startTeam(1);
    const began = clock.now();
    team.start();
    team.start();
    await clock.advance(300_000);
    expect(notableAt[0]).toBeLessThanOrEqual(began + 5000);
    const gaps = notableAt.slice(1).map((at, index) => at - (notableAt[index] ?? 0));
    expect(gaps.length).toBeGreaterThanOrEqual(29);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(6000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000);
  });

  it('works as many times faster as asked', async () => {
    const { clock, team, notableAt } = startTeam(1, 10);
    team.start();
    await clock.advance(30_000);
    expect(notableAt.length).toBeGreaterThanOrEqual(29);
  });

  it('stops when disposed', async () => {
    const { clock, simulator, team } = startTeam(1);
    team.start();
    team.dispose();
    const before = [...simulator.world.tasks.values()];
    await clock.advance(60_000);
    expect([...simulator.world.tasks.values()]).toEqual(before);
    expect(clock.waiting()).toBe(0);
  });
});

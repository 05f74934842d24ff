import { expect, test } from 'vitest';
import { createRandom } from '../../../electron/simulator/random.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { type Line, exportLines, idsIn, startHost } from './host.ts';
import { createWorld, postHook } from './world.ts';

const kills = Number(process.env['KILLS'] ?? 20);
const seed = Number(process.env['SEED'] ?? 1);

/** The ids of hooks that came through: those the host printed, and those the sender got 200 for. */
const countBy = (values: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

test(
  `kill -9 at ${kills} random moments (seed ${seed}) loses no acknowledged hook and shows nothing twice`,
  async () => {
    const world = await createWorld();
    const random = createRandom(seed);
    const flags = [...world.flags, '--tunnel', 'off', '--data-dir', temporaryDirectory()];
    const dataDirectory = flags.at(-1) ?? '';
    const acknowledged = new Map<string, number>();
    const printed: Line[] = [];
    let edits = 0;
    const tasks = Array.from({ length: 6 }, (_, index) =>
      world.simulator.createTask({ name: `Task ${index}`, by: 'bo', assignedTo: 'ada', silently: true }),
    );

    for (let round = 0; round <= kills; round += 1) {
      const host = startHost(flags, world.environment);
      const { localUrl } = await host.line('ready');
      const isLast = round === kills;
      const load = async (): Promise<void> => {
        for (let hook = 0; hook < 12; hook += 1) {
          const task = tasks[Math.floor(random.fraction() * tasks.length)];
          if (task === undefined) continue;
          edits += 1;
          world.simulator.comment(task.taskId, `Comment ${edits}`, 'bo', { silently: true });
          const status = await postHook(String(localUrl), task.taskId);
          if (status === 200) acknowledged.set(task.taskId, (acknowledged.get(task.taskId) ?? 0) + 1);
        }
      };
      const loading = load();
      if (isLast) {
        await loading;
        const settledAll = async (): Promise<boolean> => {
          const lines = await exportLines(dataDirectory);
          const settled = lines.filter((line) => line.event === 'settled').flatMap((line) => idsIn(line, 'hookIds'));
          return settled.length === lines.filter((line) => line.event === 'hook').length;
        };
        while (!(await settledAll())) await host.line('settled');
        expect(await host.stop('SIGTERM')).toBe(0);
      } else {
        await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, random.fraction() * 400))]);
        await host.stop('SIGKILL');
        await loading;
      }
      printed.push(...host.lines);
    }

    const lines = await exportLines(dataDirectory);
    const hooks = lines.filter((line) => line.event === 'hook');
    const perTask = countBy(hooks.map((line) => String(line['taskId'])));
    for (const [taskId, count] of acknowledged) expect(perTask.get(taskId) ?? 0).toBeGreaterThanOrEqual(count);
    const settled = lines.filter((line) => line.event === 'settled').flatMap((line) => idsIn(line, 'hookIds'));
    expect(settled.toSorted()).toEqual(hooks.map((line) => String(line['id'])).toSorted());

    const changes = lines.filter((line) => line.event === 'change');
    const comments = changes.flatMap((line) => JSON.stringify(line['changes']).match(/Comment \d+/g) ?? []);
    expect([...countBy(comments).values()].filter((count) => count > 1)).toEqual([]);
    expect(changes.length).toBeGreaterThan(kills);

    const claimed = lines.filter((line) => line.event === 'notification').flatMap((line) => idsIn(line, 'changeIds'));
    expect([...countBy(claimed).values()].filter((count) => count > 1)).toEqual([]);
    const shown = printed.filter((line) => line.event === 'notification').map((line) => String(line['id']));
    expect([...countBy(shown).values()].filter((count) => count > 1)).toEqual([]);
  },
  120_000 + kills * 3_000,
);

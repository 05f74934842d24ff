/** The listener with all its real parts in a process of its own: `node --expose-gc listener-process.ts FILE`. Says its port; tells how it is when asked. */
import { systemClock } from '../../electron/core/clock.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { createHookUrls } from '../../electron/core/hooks/hook-urls.ts';
import { createJournal } from '../../electron/core/hooks/journal.ts';
import { createListener } from '../../electron/core/hooks/listener.ts';
import { createNonces } from '../../electron/core/hooks/nonces.ts';
import { createRequestRing } from '../../electron/core/hooks/request-ring.ts';

const [file = ''] = process.argv.slice(2);
const clock = systemClock;
const database = openDatabase(file);
// The same secret in every run, so that a case means the same.
const hookUrls = createHookUrls({
  database,
  clock,
  random: (size) => Buffer.alloc(size, 7),
  onChanged: () => undefined,
});
const { append, appendMany } = createJournal({ database, clock, onCommitted: () => undefined });
const ring = createRequestRing(0);
const logged: string[] = [];
const write = (line: string): void => void (logged.length < 20 && logged.push(line));
const listener = createListener({
  hookUrls,
  append,
  appendMany,
  nonces: createNonces({ clock }),
  log: { info: write, warn: write, error: write },
  clock,
  onRequest: ring.note,
});
hookUrls.add('Fuzz');
const listening = await listener.listen(0);
if (!listening.ok) throw new Error(listening.failure.message);

const count = (condition: string): number =>
  Number(database.prepare(`SELECT count(*) AS count FROM hook WHERE ${condition}`).get()?.['count']);

/** In ms, by the clock and by the processor: a busy machine makes the first long, a busy listener both. */
const longest = { turn: 0, work: 0 };
const interval = 5;
let at = performance.now();
let used = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(used);
  longest.turn = Math.max(longest.turn, performance.now() - at - interval);
  longest.work = Math.max(longest.work, (user + system) / 1000);
  at = performance.now();
  used = process.cpuUsage();
}, interval).unref();

process.on('message', () => {
  const { turn: longestTurn, work: longestWork } = longest;
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({
    memory: heapUsed + external,
    peak: process.resourceUsage().maxRSS * 1024,
    hooks: count('1'),
    oddHooks: count(`task_id GLOB '*[^0-9]*' OR length(task_id) NOT BETWEEN 1 AND 19`),
    longestTurn,
    longestWork,
    logged,
  });
  Object.assign(longest, { turn: 0, work: 0 });
  at = performance.now();
  used = process.cpuUsage();
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port: listening.value });

import { Agent, request } from 'node:http';
import * as v from 'valibot';
import { type Line, headlessEntry, sleep, startProbed, startRedbooth } from './hosts.ts';
import { type Benchmark, median } from './figure.ts';

const bursts = 3;
const hooks = 10_000;
const tasks = 1_000;
const connections = 50;
const limit = 120_000;
const readsAtMost = 3;

const post = (agent: Agent, url: string, taskId: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({
      type: 'task',
      id: taskId,
      url: `https://redbooth.com/api/3/tasks/${taskId}`,
      action: 'update',
    });
    const going = request(
      url,
      { agent, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': body.length } },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      },
    );
    going.on('error', reject);
    going.end(body);
  });

const idsIn = (line: Line, field: string): readonly string[] => v.parse(v.array(v.string()), line[field]);

/** What the host said, put together. */
const createAccount = () => {
  const settled = new Map<string, number>();
  const comments = new Map<string, number>();
  let received = 0;
  let raised = 0;
  let replaced = 0;
  const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    hear: (line: Line): void => {
      if (line.event === 'hook') received += 1;
      if (line.event === 'settled') for (const id of idsIn(line, 'hookIds')) count(settled, id);
      if (line.event === 'change')
        for (const [comment] of JSON.stringify(line['changes']).matchAll(/Comment \d+\b/g)) count(comments, comment);
      if (line.event === 'notification' && line['replaces'] === null) raised += 1;
      if (line.event === 'notification' && line['replaces'] !== null) replaced += 1;
    },
    isSettled: (): boolean => settled.size === hooks,
    result: () => ({
      received,
      settled: settled.size,
      settledTwice: [...settled.values()].filter((times) => times > 1).length,
      comments: comments.size,
      commentsTwice: [...comments.values()].filter((times) => times > 1).length,
      raised,
      replaced,
    }),
  };
};

const runBurst = async () => {
  const redbooth = await startRedbooth();
  const { simulator } = redbooth;
  const taskIds = Array.from(
    { length: tasks },
    (_, index) => simulator.createTask({ name: `Task ${index}`, by: 'bo', assignedTo: 'ada', silently: true }).taskId,
  );
  const account = createAccount();
  const host = startProbed(
    [headlessEntry, ...redbooth.flags, '--tunnel', 'off', '--no-ui', '--api-rate', '1000'],
    redbooth.environment,
    account.hear,
  );
  const idle = startProbed(['--eval', 'setInterval(() => undefined, 3_600_000)']);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  try {
    const url = String((await host.line('ready'))['localUrl']);
    await redbooth.quiet();
    simulator.forgetRequests();
    await host.ask('begin-delays');
    await idle.ask('begin-delays');
    const begun = performance.now();
    let next = 0;
    let acknowledged = 0;
    const send = async (): Promise<void> => {
      while (next < hooks) {
        const index = next;
        next += 1;
        const taskId = taskIds[index % tasks] ?? '';
        simulator.comment(taskId, `Comment ${index}`, 'bo', { silently: true });
        if ((await post(agent, url, taskId)) === 200) acknowledged += 1;
      }
    };
    await Promise.all(Array.from({ length: connections }, send));
    const sent = performance.now() - begun;
    while (!account.isSettled() && performance.now() - begun < limit) await sleep(50);
    const done = performance.now() - begun;
    // What is told together is told a little later.
    await sleep(3_000);
    const { longestDelay, longestWork } = await host.ask('tell');
    const beside = await idle.ask('tell');
    const reads = new Map<string, number>();
    for (const { path } of simulator.requests()) {
      const taskId = /^\/api\/3\/tasks\/(\d+)$/.exec(path)?.[1];
      if (taskId !== undefined) reads.set(taskId, (reads.get(taskId) ?? 0) + 1);
    }
    return {
      ...account.result(),
      acknowledged,
      mostReads: Math.max(...reads.values()),
      overRead: [...reads.values()].filter((times) => times > readsAtMost).length,
      longestDelay,
      longestWork,
      besides: beside.longestDelay,
      sent: sent / 1000,
      done: done / 1000,
    };
  } finally {
    agent.destroy();
    await host.stop();
    await idle.stop();
    await redbooth.dispose();
  }
};

/**
 * Everybody comments on everything: 10,000 comments on 1,000 tasks, a hook each, as fast as the built headless host takes them. The
 * pretend Redbooth and the sender share the machine with it; an idle process beside tells how long the machine itself keeps one waiting.
 * Of what must not happen the worst burst counts, of times the best: other work only adds to them.
 */
export const burst: Benchmark = {
  name: 'burst of 10,000 hooks over 1,000 tasks',
  run: async () => {
    const results: Awaited<ReturnType<typeof runBurst>>[] = [];
    for (let each = 0; each < bursts; each += 1) results.push(await runBurst());
    type Result = (typeof results)[number];
    const most = (pick: (result: Result) => number): number => Math.max(...results.map(pick));
    const least = (pick: (result: Result) => number): number => Math.min(...results.map(pick));
    const middle = (pick: (result: Result) => number): number => median(results.map(pick));
    return [
      { name: 'hooks acknowledged', value: least((each) => each.acknowledged), unit: '', goal: { atLeast: hooks } },
      {
        name: 'acknowledged hooks not settled',
        value: most((each) => each.acknowledged - each.settled),
        unit: '',
        goal: { atMost: 0 },
      },
      { name: 'hooks settled twice', value: most((each) => each.settledTwice), unit: '', goal: { atMost: 0 } },
      { name: 'comments not recorded', value: most((each) => hooks - each.comments), unit: '', goal: { atMost: 0 } },
      { name: 'comments recorded twice', value: most((each) => each.commentsTwice), unit: '', goal: { atMost: 0 } },
      { name: 'reads of a task, most', value: most((each) => each.mostReads), unit: '', goal: { atMost: readsAtMost } },
      { name: 'tasks read more than 3 times', value: most((each) => each.overRead), unit: '' },
      { name: 'notifications', value: most((each) => each.raised), unit: '', goal: { atMost: 6 } },
      { name: 'replacements of notifications', value: most((each) => each.replaced), unit: '' },
      {
        name: 'main thread blocked, best of 3 bursts',
        value: least((each) => each.longestDelay),
        unit: 'ms',
        goal: { atMost: 50 },
        isTimed: true,
      },
      { name: 'of it by its own work, best of 3', value: least((each) => each.longestWork), unit: 'ms' },
      { name: 'an idle process beside, middle', value: middle((each) => each.besides), unit: 'ms' },
      { name: 'time to take all hooks, best', value: least((each) => each.sent), unit: 's' },
      { name: 'time until all were settled, best', value: least((each) => each.done), unit: 's' },
    ];
  },
};

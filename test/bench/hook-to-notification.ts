import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../electron/core/app.ts';
import { type Clock, systemClock } from '../../electron/core/clock.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { createLog } from '../../electron/core/log.ts';
import { burstTime } from '../../electron/core/notify/burst.ts';
import { createSettings } from '../../electron/core/settings/settings.ts';
import { noSystem } from '../../electron/core/system-port.ts';
import { createSimulator } from '../../electron/simulator/simulator.ts';
import { fixedToken } from '../fakes/account.ts';
import { type Benchmark, percentile } from './figure.ts';

const hooks = 300;
const warmUp = 30;

/**
 * From posting a hook to the notification being handed to the notifier, less the time spent waiting for the API: what the
 * app itself adds. One hook at a time, over real sockets and a real file.
 */
export const hookToNotification: Benchmark = {
  name: 'hook to notification, our share',
  run: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-bench-'));
    let ahead = 0;
    const clock: Clock = {
      now: () => systemClock.now() + ahead,
      schedule: (delay, task) => systemClock.schedule(delay, task),
    };
    const simulator = createSimulator({ seed: 1, clock });
    const { origin } = await simulator.listen();
    const { accessToken } = simulator.signIn('ada');
    const database = openDatabase(join(directory, 'history.sqlite'));
    const settings = createSettings(
      { read: () => ({}), write: () => undefined },
      {},
      { redbooth: origin, tunnel: 'off', catchUpSeconds: 0 },
      () => undefined,
    );
    if (!settings.ok) throw new Error(settings.failure);
    let asking = 0;
    let shown = (): void => undefined;
    const app = createApp(
      { host: 'headless', isDemo: false, database, settings: settings.value, hookPort: null, apiRate: 10_000 },
      {
        clock,
        random: Math.random,
        log: createLog(() => undefined),
        fetch: async (url, init) => {
          const start = performance.now();
          const response = await fetch(url, init);
          const body = await response.arrayBuffer();
          asking += performance.now() - start;
          return new Response(body, { status: response.status, headers: response.headers });
        },
        credentials: fixedToken(accessToken),
        notifier: {
          show: async () => {
            shown();
            return { state: 'shown' };
          },
          close: () => undefined,
          dispose: () => undefined,
        },
        report: () => undefined,
        openPage: async () => ({ kind: 'nothing' }),
        copyText: async () => ({ kind: 'nothing' }),
        system: noSystem,
      },
    );
    try {
      const started = await app.start();
      if (!started.ok) throw new Error(started.failure.message);
      const shares: number[] = [];
      for (let hook = 0; hook < hooks + warmUp; hook += 1) {
        const { taskId } = simulator.createTask({ name: `Task ${hook}`, by: 'bo', assignedTo: 'ada', silently: true });
        const told = new Promise<void>((resolve) => {
          shown = resolve;
        });
        asking = 0;
        const start = performance.now();
        const answer = await fetch(started.value.localUrl, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ type: 'task', id: taskId, url: `${origin}/api/3/tasks/${taskId}`, action: 'create' }),
        });
        await answer.arrayBuffer();
        await told;
        const share = performance.now() - start - asking;
        if (hook >= warmUp) shares.push(share);
        // One after the other at once would be a burst, and be summed up.
        ahead += 2 * burstTime;
      }
      return [
        { name: 'p50', value: percentile(shares, 0.5), unit: 'ms', goal: { atMost: 2 }, isTimed: true },
        { name: 'p99', value: percentile(shares, 0.99), unit: 'ms', goal: { atMost: 10 }, isTimed: true },
      ];
    } finally {
      await app.dispose();
      database.close();
      await simulator.dispose();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

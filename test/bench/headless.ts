import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRelay } from '../../electron/simulator/relay/relay.ts';
import { type Benchmark, median } from './figure.ts';
import { headlessEntry, sleep, startPlain, startProbed, startRedbooth } from './hosts.ts';
import { anonymousMemory, canReadMemory, residentMemory, sleeps } from './process-memory.ts';

const starts = 11;
const rests = 3;
const settling = 15_000;
const watched = 40_000;
/** Whatever goes off again within 5 s keeps a processor from its sleep. */
const shortest = 5_000;

const bareStart = async (): Promise<number> => {
  const begun = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - begun;
};

/** The built headless host beside a bare Node: until it says it is ready, and when it is online and there is nothing to do. */
export const headless: Benchmark = {
  name: 'headless host: start, memory and rest',
  run: async () => {
    const redbooth = await startRedbooth();
    const relay = createRelay();
    const { url } = await relay.listen();
    const { environment } = redbooth;
    const args = [headlessEntry, ...redbooth.flags, '--ui-port', '0'];
    const start = async (): Promise<number> => {
      const begun = performance.now();
      const host = startPlain(process.execPath, [...args, '--tunnel', 'off'], environment);
      await host.line('ready');
      const took = performance.now() - begun;
      await host.stop();
      return took;
    };
    try {
      // The very first start makes the history file.
      await start();
      const ours: number[] = [];
      const bare: number[] = [];
      for (let pair = 0; pair < starts; pair += 1) {
        bare.push(await bareStart());
        ours.push(await start());
      }
      // Other work on the machine only adds to a start: the best of each side is the nearest to its own.
      const over = Math.min(...ours) - Math.min(...bare);

      const memory: { readonly ours: number; readonly bare: number; readonly own: number }[] = [];
      for (let pair = 0; canReadMemory() && pair < rests; pair += 1) {
        const host = startPlain(
          process.execPath,
          [...args, '--tunnel', 'localtunnel', '--tunnel-host', url],
          environment,
        );
        const idle = startPlain(process.execPath, ['-e', 'setInterval(() => undefined, 3_600_000)']);
        await host.line('ready');
        await sleep(settling);
        memory.push({
          ours: residentMemory(host.pid),
          bare: residentMemory(idle.pid),
          own: anonymousMemory(host.pid) - anonymousMemory(idle.pid),
        });
        await host.stop();
        await idle.stop();
      }

      const host = startProbed([...args, '--tunnel', 'localtunnel', '--tunnel-host', url], environment);
      await host.line('ready');
      await sleep(settling);
      await host.ask('begin');
      const sleepsBefore = sleeps(host.pid);
      await sleep(watched);
      const slept = sleeps(host.pid) - sleepsBefore;
      const rest = await host.ask('tell');
      await host.stop();
      const often = rest.timers.filter(({ times }) => times > rest.elapsed / shortest);
      if (often.length > 0) console.error(`timers oftener than every 5 s: ${JSON.stringify(often)}`);

      return [
        {
          name: 'start until ready, over node -e 0, best of 11',
          value: over,
          unit: 'ms',
          goal: { atMost: 250 },
          isTimed: true,
        },
        { name: 'start until ready, best', value: Math.min(...ours), unit: 'ms' },
        { name: 'start until ready, middle', value: median(ours), unit: 'ms' },
        { name: 'node -e 0, best', value: Math.min(...bare), unit: 'ms' },
        { name: 'node -e 0, middle', value: median(bare), unit: 'ms' },
        ...(canReadMemory()
          ? [
              {
                name: 'resident memory at rest, over an idle Node',
                value: median(memory.map((each) => each.ours - each.bare)),
                unit: 'MiB',
                goal: { atMost: 45 },
              },
              { name: 'of it no file’s, over an idle Node', value: median(memory.map(({ own }) => own)), unit: 'MiB' },
              { name: 'resident memory at rest', value: median(memory.map(({ ours }) => ours)), unit: 'MiB' },
              { name: 'an idle Node', value: median(memory.map(({ bare }) => bare)), unit: 'MiB' },
              { name: 'main thread woken at rest', value: slept / (rest.elapsed / 1000), unit: '/s' },
            ]
          : [{ name: 'resident memory at rest', leftOut: 'only Linux tells it this way' }]),
        {
          name: 'timers at rest that go off oftener than every 5 s',
          value: often.length,
          unit: '',
          goal: { atMost: 0 },
        },
        {
          name: 'timers at rest, all together',
          value: rest.timers.reduce((sum, { times }) => sum + times, 0) / (rest.elapsed / 60_000),
          unit: '/min',
        },
        { name: 'processor at rest', value: (rest.busy / rest.elapsed) * 100, unit: '%' },
      ];
    } finally {
      relay.dispose();
      await redbooth.dispose();
    }
  },
};

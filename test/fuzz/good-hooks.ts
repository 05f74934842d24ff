/**
 * Posts good hooks to a listener, one after the other, in a process of its own: neither the listener nor whoever makes hostile
 * input shares its thread. `node good-hooks.ts PORT`; says by messages how long each took, and how late it itself was meanwhile.
 */
import { goodHook } from './good-hook.ts';
import { postOnce } from './wire.ts';

const [port = ''] = process.argv.slice(2);
const between = 20;
/** Only to catch what hangs: what is really taken is among the figures. */
const hangs = 10_000;

const delays: number[] = [];
/** Of timers of this process, which has next to nothing to do: what the machine adds to any measure taken here. */
const lateness: number[] = [];
const failures: string[] = [];
const probing = { goesOn: true };

const rest = async (): Promise<void> => {
  const began = performance.now();
  await new Promise((resolve) => setTimeout(resolve, between));
  lateness.push(performance.now() - began - between);
};

const probe = async (): Promise<void> => {
  while (probing.goesOn) {
    const began = performance.now();
    const talk = await postOnce(Number(port), goodHook(delays.length + 1), hangs);
    if (talk.statuses.join() === '200') delays.push(performance.now() - began);
    else failures.push(`a good hook was not served: ${talk.ending} ${talk.text.slice(0, 80)}`);
    await rest();
  }
};

const probed = probe();
process.on('message', () => {
  probing.goesOn = false;
  void probed.then(() => process.send?.({ delays, lateness, failures: failures.slice(0, 3) }));
});
process.on('disconnect', () => process.exit(0));

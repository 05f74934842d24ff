import { onTestFinished } from 'vitest';
import { systemClock } from '../../../electron/core/clock.ts';
import { createRelay } from '../../../electron/simulator/relay/relay.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';

/** A pretend Redbooth with Ada signed in, for a host in a process of its own. */
export const createWorld = async () => {
  const simulator = createSimulator({ seed: 7, clock: systemClock, signedInUser: 'ada' });
  const { origin } = await simulator.listen();
  onTestFinished(() => simulator.dispose());
  const { accessToken } = simulator.signIn('ada');
  /** Once the host has asked so often for what it missed: what happens from then on comes by hooks alone. */
  const caughtUp = async (times: number): Promise<void> => {
    const asked = (): number =>
      simulator.requests().filter(({ path, status }) => path === '/api/3/tasks' && status === 200).length;
    while (asked() < times) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  return {
    simulator,
    origin,
    caughtUp,
    environment: { REDBOOTH_ACCESS_TOKEN: accessToken },
    flags: ['--redbooth', origin, '--api-rate', '200', '--catch-up', '0', '--no-ui'],
  };
};

/** A relay on this machine. */
export const startRelay = async () => {
  const relay = createRelay({});
  const { url, port } = await relay.listen();
  onTestFinished(() => relay.dispose());
  return { relay, url, port };
};

/** Posts a hook as Redbooth does; gives the status, or null when there was no answer. */
export const postHook = async (url: string, taskId: string, action = 'update'): Promise<number | null> => {
  try {
    const body = JSON.stringify({
      type: 'task',
      id: taskId,
      url: `https://redbooth.com/api/3/tasks/${taskId}`,
      action,
    });
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
};

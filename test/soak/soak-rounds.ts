import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { type Clock, systemClock } from '../../electron/core/clock.ts';
import { createRandom } from '../../electron/simulator/random.ts';
import { relayFaults } from '../../electron/simulator/relay/fault.ts';
import { createRelay } from '../../electron/simulator/relay/relay.ts';
import { createSimulator } from '../../electron/simulator/simulator.ts';
import { createTeam } from '../../electron/simulator/team.ts';
import { type SoakAnswer, type SoakRequest, soakAnswerSchema } from './soak-wire.ts';
import type { Sample } from './soak-verdict.ts';

/** How many times as fast as in the demo the team works. */
const pace = 8;
const working = 14_000;
/** Until kept connections are closed and the relay’s are back. */
const resting = 13_000;
const recoveryLimit = 90_000;
/** Every round has a token refused that had worked, sooner than Redbooth’s own two hours by far. */
const tokenLife = 20_000;

const sleep = (duration: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, duration);
  });

/** Time that can be held: what comes due meanwhile is done afterwards. */
const createHeldClock = () => {
  let isHeld = false;
  let due: (() => void)[] = [];
  const clock: Clock = {
    now: () => systemClock.now(),
    schedule: (delay, task) => {
      let isCancelled = false;
      const run = (): void => {
        if (!isCancelled) task();
      };
      const cancel = systemClock.schedule(delay, () => {
        if (isHeld) due.push(run);
        else run();
      });
      return () => {
        isCancelled = true;
        cancel();
      };
    },
  };
  return {
    clock,
    hold: (): void => {
      isHeld = true;
    },
    release: (): void => {
      isHeld = false;
      const tasks = due;
      due = [];
      for (const task of tasks) task();
    },
  };
};

const conversation = (child: ChildProcess, onSaid: (answer: SoakAnswer) => void) => {
  let answered: ((answer: SoakAnswer) => void) | null = null;
  let failed: ((error: Error) => void) | null = null;
  child.on('message', (message) => {
    const answer = v.parse(soakAnswerSchema, message);
    if (answer.kind === 'started' || answer.kind === 'hook-url' || answer.kind === 'error') onSaid(answer);
    else answered?.(answer);
  });
  child.on('exit', (code, signal) => failed?.(new Error(`the app ended (${code ?? signal})`)));
  return (request: SoakRequest): Promise<SoakAnswer> =>
    new Promise((resolve, reject) => {
      answered = resolve;
      failed = reject;
      child.send(request);
    });
};

/**
 * The whole core under a team at work, for so many minutes: the relay does wrong, tokens expire, Redbooth fails, and the process is
 * stopped and woken as by sleep. After each round it must be online again with all hooks settled, or this rejects; then it rests
 * and tells what it holds.
 */
export const soak = async (
  directory: string,
  minutes: number,
  onSample: (sample: Sample, after: number) => void,
): Promise<readonly Sample[]> => {
  const random = createRandom(3);
  const simulator = createSimulator({ seed: 3, clock: systemClock, signedInUser: 'ada' });
  const { origin } = await simulator.listen();
  const relay = createRelay();
  const { url } = await relay.listen();
  const { refreshToken } = simulator.signIn('ada', { expiresIn: 3600 });
  const held = createHeldClock();
  const team = createTeam({ simulator, clock: held.clock, seed: 3, pace });
  let hookUrl: string | null = null;
  let errors = 0;
  const child = fork(fileURLToPath(new URL('soak-app.ts', import.meta.url)), [directory, origin, url], {
    execArgv: ['--expose-gc'],
    env: {
      ...process.env,
      REDBOOTH_CLIENT_ID: simulator.client.clientId,
      REDBOOTH_CLIENT_SECRET: simulator.client.clientSecret,
      REDBOOTH_REFRESH_TOKEN: refreshToken,
    },
  });
  const ask = conversation(child, (said) => {
    if (said.kind === 'error') errors += 1;
    if (said.kind !== 'hook-url' || said.url === hookUrl) return;
    if (hookUrl !== null) simulator.detachHook(hookUrl);
    hookUrl = said.url;
    simulator.attachHook(hookUrl);
  });

  const recover = async (round: number): Promise<void> => {
    const begun = performance.now();
    for (;;) {
      const state = await ask('state');
      if (state.kind === 'state' && state.isOnline && state.waiting === 0) return;
      if (performance.now() - begun > recoveryLimit)
        throw new Error(`round ${round}: not at rest after ${recoveryLimit / 1000} s: ${JSON.stringify(state)}`);
      await sleep(250);
    }
  };
  let expiredAt = performance.now();
  const expireToken = (): void => {
    if (performance.now() - expiredAt < tokenLife) return;
    expiredAt = performance.now();
    const { authorization } = simulator.requests().findLast((request) => request.path.startsWith('/api/')) ?? {};
    if (typeof authorization === 'string') simulator.expireToken(authorization.replace(/^Bearer /i, ''));
  };
  const misbehave = async (round: number): Promise<void> => {
    await sleep(working / 4);
    relay.fault(relayFaults[round % relayFaults.length] ?? null);
    expireToken();
    if (round % 3 === 1) simulator.failNext(3, random.fraction() < 0.5 ? { status: 503 } : { lost: true });
    await sleep(working / 4);
    if (round % 3 === 2) {
      child.kill('SIGSTOP');
      await sleep(working / 4);
      child.kill('SIGCONT');
      await ask('wake');
    } else await sleep(working / 4);
    relay.fault(null);
    await sleep(working / 4);
  };

  const samples: Sample[] = [];
  const begun = performance.now();
  try {
    await recover(-1);
    team.start();
    for (let round = 0; performance.now() - begun < minutes * 60_000; round += 1) {
      held.release();
      await misbehave(round);
      held.hold();
      await simulator.hooksIdle();
      await recover(round);
      await ask('prune');
      await sleep(resting);
      await recover(round);
      const answer = await ask('measure');
      if (answer.kind !== 'held') throw new Error('the app does not tell what it holds');
      const sample: Sample = { ...answer.held, recorded: answer.recorded, raised: answer.raised, errors };
      samples.push(sample);
      simulator.forgetRequests();
      onSample(sample, (performance.now() - begun) / 60_000);
    }
    return samples;
  } finally {
    team.dispose();
    child.kill('SIGKILL');
    relay.dispose();
    await simulator.dispose();
  }
};

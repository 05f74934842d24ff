import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Clock } from '../../../electron/core/clock.ts';
import { createLog } from '../../../electron/core/log.ts';
import { createTunnelSupervisor } from '../../../electron/core/tunnel/supervisor.ts';
import type { TunnelState, TunnelSupervisor } from '../../../electron/core/tunnel/tunnel-state.ts';
import { type FakeClock, createFakeClock } from '../../fakes/clock.ts';
import {
  type FakeProvider,
  type FakeSelfTest,
  createFakeProvider,
  createFakeSelfTest,
  trouble,
} from './fake-tunnel.ts';

const url = 'https://name.relay.test';

type Setting = {
  clock: FakeClock;
  provider: FakeProvider;
  selfTest: FakeSelfTest;
  supervisor: TunnelSupervisor;
  states: TunnelState[];
  /** What was shown, each as "state" or "state cause", without repetition. */
  readonly shown: () => string[];
  /** Lets the wall clock jump while timers stand still, as in sleep. */
  readonly sleep: (milliseconds: number) => void;
};

const setUp = (): Setting => {
  const clock = createFakeClock();
  let slept = 0;
  const wallClock: Clock = { ...clock, now: () => clock.now() + slept };
  const provider = createFakeProvider(url);
  const selfTest = createFakeSelfTest(wallClock);
  const states: TunnelState[] = [];
  const supervisor = createTunnelSupervisor({
    provider,
    selfTest,
    clock: wallClock,
    random: () => 1,
    log: createLog(() => {}),
    onState: (state) => states.push(state),
  });
  onTestFinished(() => supervisor.dispose());
  return {
    clock,
    provider,
    selfTest,
    supervisor,
    states,
    shown: () =>
      states
        .map(({ state, cause }) => (cause === null ? state : `${state} ${cause}`))
        .filter((words, place, all) => words !== all[place - 1]),
    sleep: (milliseconds) => {
      slept += milliseconds;
    },
  };
};

const online = async (): Promise<Setting> => {
  const setting = setUp();
  setting.supervisor.start();
  await setting.clock.advance(0);
  expect(setting.supervisor.current().state).toBe('online');
  return setting;
};

describe('a tunnel that works', () => {
  test('is connecting until its public address has answered with the nonce', async () => {
    const { clock, supervisor, selfTest, shown } = setUp();
    selfTest.next = 'wait';
    supervisor.start();
    await clock.advance(5000);
    expect(supervisor.current()).toEqual({ state: 'connecting', url, cause: null, provenAt: null });
    selfTest.settleProof('proven');
    await clock.advance(0);
    expect(supervisor.current()).toEqual({ state: 'online', url, cause: null, provenAt: clock.now() });
    expect(shown()).toEqual(['connecting', 'online']);
  });

  test('is proven again every 45 seconds', async () => {
    const { clock, selfTest, provider } = await online();
    await clock.advance(44_999);
    expect(selfTest.proofs()).toBe(1);
    await clock.advance(1);
    expect(selfTest.proofs()).toBe(2);
    await clock.advance(10 * 45_000);
    expect(selfTest.proofs()).toBe(12);
    expect(provider.openings()).toBe(1);
  });

  test('is proven at once after waking', async () => {
    const { clock, supervisor, selfTest } = await online();
    await clock.advance(1000);
    supervisor.wake();
    await clock.advance(0);
    expect(selfTest.proofs()).toBe(2);
  });

  test('is proven at once on demand, which is answered with what came out', async () => {
    const { clock, supervisor, selfTest } = await online();
    selfTest.next = 'no-answer';
    const answer = supervisor.test();
    await clock.advance(0);
    expect(await answer).toMatchObject({ state: 'degraded', cause: 'no-answer' });
  });

  test('is not proven twice when a proof is under way already', async () => {
    const { clock, supervisor, selfTest } = await online();
    selfTest.next = 'wait';
    const answers = [supervisor.test(), supervisor.test()];
    await clock.advance(0);
    selfTest.settleProof('proven');
    await clock.advance(0);
    expect((await Promise.all(answers)).map(({ state }) => state)).toEqual(['online', 'online']);
    expect(selfTest.proofs()).toBe(2);
  });

  test('is proven when the wall clock shows that the machine slept', async () => {
    const { clock, sleep, selfTest } = await online();
    sleep(60_000);
    await clock.advance(10_000);
    expect(selfTest.proofs()).toBe(2);
  });
});

describe('a tunnel that misses proofs', () => {
  test('is degraded after one miss, asked again after four seconds, and online again when that is answered', async () => {
    const { clock, selfTest, provider, shown } = await online();
    selfTest.next = 'no-answer';
    await clock.advance(45_000);
    selfTest.next = 'proven';
    await clock.advance(3999);
    expect(shown()).toEqual(['connecting', 'online', 'degraded no-answer']);
    await clock.advance(1);
    expect(shown()).toEqual(['connecting', 'online', 'degraded no-answer', 'online']);
    expect(provider.openings()).toBe(1);
  });

  test('is closed and opened anew after two, and offline while so', async () => {
    const { clock, selfTest, provider, supervisor, shown } = await online();
    selfTest.next = 'foreign-answer';
    await clock.advance(49_000);
    expect(provider.live()).toBe(0);
    expect(supervisor.current()).toMatchObject({ state: 'offline', cause: 'foreign-answer', url });
    selfTest.next = 'proven';
    await clock.advance(1000);
    expect(provider.openings()).toBe(2);
    expect(shown()).toEqual(['connecting', 'online', 'degraded foreign-answer', 'offline foreign-answer', 'online']);
  });

  test.for(['dns', 'no-internet'] as const)('is kept when it is this machine that cannot ask: %s', async (cause) => {
    const { clock, selfTest, provider, supervisor } = await online();
    selfTest.next = cause;
    await clock.advance(10 * 60_000);
    expect(supervisor.current()).toMatchObject({ state: 'offline', cause });
    expect(provider.openings()).toBe(1);
    selfTest.next = 'proven';
    await clock.advance(5000);
    expect(supervisor.current().state).toBe('online');
  });
});

describe('a tunnel that ends', () => {
  test('is offline at once, keeps its address in sight and is opened anew', async () => {
    const { clock, provider, supervisor, shown } = await online();
    provider.next = trouble('relay-refused');
    provider.end(trouble('relay-connections-lost'));
    await clock.advance(0);
    expect(supervisor.current()).toMatchObject({ state: 'offline', cause: 'relay-connections-lost', url });
    await clock.advance(1000);
    expect(supervisor.current()).toMatchObject({ state: 'offline', cause: 'relay-refused', url });
    provider.next = 'open';
    await clock.advance(2000);
    expect(shown().at(-1)).toBe('online');
    expect(provider.mostLive()).toBe(1);
  });

  test('ends the proof under way, whose outcome counts no more', async () => {
    const { clock, provider, selfTest, supervisor } = await online();
    selfTest.next = 'wait';
    const answer = supervisor.test();
    await clock.advance(0);
    provider.next = trouble('relay-hung');
    provider.end(trouble('relay-connections-lost'));
    await clock.advance(0);
    expect(await answer).toMatchObject({ state: 'offline', cause: 'relay-connections-lost' });
  });
});

test('what a tunnel says after it was closed as spent counts no more', async () => {
  const { clock, provider, selfTest, supervisor } = await online();
  selfTest.next = 'foreign-answer';
  provider.next = 'wait';
  await clock.advance(55_000);
  provider.end(trouble('relay-connections-lost'));
  await clock.advance(0);
  expect(supervisor.current()).toMatchObject({ state: 'offline', cause: 'foreign-answer' });
});

describe('a tunnel that cannot be opened', () => {
  test('is tried again after 1, 1.4, 2 … 30 seconds at the longest', async () => {
    const { clock, provider, supervisor } = setUp();
    provider.next = trouble('relay-hung');
    supervisor.start();
    await clock.advance(0);
    for (const [place, pause] of [
      1000, 1400, 1960, 2744, 3842, 5378, 7530, 10_541, 14_758, 20_661, 28_925, 30_000, 30_000,
    ].entries()) {
      await clock.advance(pause - 1);
      expect(provider.openings()).toBe(place + 1);
      await clock.advance(1);
      expect(provider.openings()).toBe(place + 2);
    }
    expect(supervisor.current()).toEqual({ state: 'offline', url: null, cause: 'relay-hung', provenAt: null });
  });

  test('is tried at once after waking, and then with short pauses again', async () => {
    const { clock, provider, supervisor } = setUp();
    provider.next = trouble('dns');
    supervisor.start();
    await clock.advance(100_000);
    const before = provider.openings();
    supervisor.wake();
    await clock.advance(0);
    expect(provider.openings()).toBe(before + 1);
    await clock.advance(1000);
    expect(provider.openings()).toBe(before + 2);
  });

  test('is tried once more at once when it was being opened at the moment of waking', async () => {
    const { clock, provider, supervisor } = setUp();
    provider.next = 'wait';
    supervisor.start();
    supervisor.wake();
    provider.settleOpening(trouble('relay-hung'));
    await clock.advance(0);
    expect(provider.openings()).toBe(2);
  });

  test('is left alone for five minutes when trying again cannot help, but for waking and a test', async () => {
    const { clock, provider, supervisor } = setUp();
    provider.next = trouble('relay-rejected', true);
    supervisor.start();
    await clock.advance(299_999);
    expect(provider.openings()).toBe(1);
    await clock.advance(1);
    expect(provider.openings()).toBe(2);
    const answer = supervisor.test();
    await clock.advance(0);
    expect(await answer).toMatchObject({ state: 'offline', cause: 'relay-rejected' });
    supervisor.wake();
    await clock.advance(0);
    expect(provider.openings()).toBe(4);
  });
});

describe('a name that another holds', () => {
  test('is asked for during 90 seconds and more before it counts as lost, then every 30 seconds', async () => {
    const { clock, provider, supervisor, shown } = await online();
    provider.next = trouble('name-taken');
    provider.end(trouble('relay-connections-lost'));
    await clock.advance(90_000);
    expect(supervisor.current()).toMatchObject({ state: 'offline', cause: 'name-taken', url });
    await clock.advance(30_000);
    expect(supervisor.current()).toMatchObject({ state: 'name-lost', cause: 'name-taken', url });
    const before = provider.openings();
    await clock.advance(120_000);
    expect(provider.openings()).toBe(before + 4);
    provider.next = 'open';
    await clock.advance(30_000);
    expect(shown().slice(-3)).toEqual(['name-lost name-taken', 'connecting', 'online']);
  });

  test('stays lost while the relay cannot be asked', async () => {
    const { clock, provider, supervisor } = setUp();
    provider.next = trouble('name-taken');
    supervisor.start();
    await clock.advance(130_000);
    provider.next = trouble('relay-refused');
    await clock.advance(60_000);
    expect(supervisor.current()).toMatchObject({ state: 'name-lost', cause: 'name-taken' });
  });

  test('does not count as lost because the machine slept', async () => {
    const { clock, provider, supervisor, sleep } = setUp();
    provider.next = trouble('name-taken');
    supervisor.start();
    await clock.advance(5000);
    sleep(3_600_000);
    await clock.advance(10_000);
    expect(supervisor.current()).toMatchObject({ state: 'offline', cause: 'name-taken' });
  });
});

test('a tunnel that is off says so, opens nothing and answers tests', async () => {
  const clock = createFakeClock();
  const states: TunnelState[] = [];
  const supervisor = createTunnelSupervisor({
    provider: null,
    selfTest: createFakeSelfTest(clock),
    clock,
    random: () => 0,
    log: createLog(() => {}),
    onState: (state) => states.push(state),
  });
  supervisor.start();
  supervisor.wake();
  expect(states).toEqual([{ state: 'off', url: null, cause: null, provenAt: null }]);
  expect((await supervisor.test()).state).toBe('off');
  expect(clock.waiting()).toBe(0);
  await supervisor.dispose();
});

test('disposing of a tunnel that is being opened waits for it and closes it', async () => {
  const { clock, provider, supervisor } = setUp();
  provider.next = 'wait';
  supervisor.start();
  await clock.advance(0);
  const done = supervisor.dispose();
  provider.settleOpening('open');
  await done;
  expect(provider.live()).toBe(0);
  expect(clock.waiting()).toBe(0);
});

test('in whatever order things happen, there is never a second tunnel, every test is answered, and dispose leaves nothing', async () => {
  const causes = fc.constantFrom(
    trouble('relay-refused'),
    trouble('name-taken'),
    trouble('relay-rejected', true),
    trouble('relay-connections-lost'),
  );
  const step = fc.oneof(
    fc.record({ kind: fc.constant('time' as const), milliseconds: fc.integer({ min: 0, max: 60_000 }) }),
    fc.record({ kind: fc.constant('opening' as const), outcome: fc.oneof(fc.constant('open' as const), causes) }),
    fc.record({
      kind: fc.constant('proof' as const),
      outcome: fc.constantFrom('proven', 'no-answer', 'foreign-answer', 'dns'),
    }),
    fc.record({ kind: fc.constant('end' as const), reason: causes }),
    fc.record({ kind: fc.constantFrom('wake' as const, 'test' as const) }),
    fc.record({ kind: fc.constant('sleep' as const), milliseconds: fc.integer({ min: 0, max: 600_000 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { clock, provider, selfTest, supervisor, states, sleep } = setUp();
      const answers: Promise<TunnelState>[] = [];
      provider.next = 'wait';
      selfTest.next = 'wait';
      supervisor.start();
      for (const happening of steps) {
        if (happening.kind === 'time') await clock.advance(happening.milliseconds);
        if (happening.kind === 'opening') provider.settleOpening(happening.outcome);
        if (happening.kind === 'proof') selfTest.settleProof(happening.outcome);
        if (happening.kind === 'end') provider.end(happening.reason);
        if (happening.kind === 'wake') supervisor.wake();
        if (happening.kind === 'test') answers.push(supervisor.test());
        if (happening.kind === 'sleep') sleep(happening.milliseconds);
        await clock.advance(0);
        expect(provider.live()).toBeLessThanOrEqual(1);
        expect(supervisor.current()).toEqual(states.at(-1));
        if (supervisor.current().state === 'online') expect(provider.live()).toBe(1);
      }
      await supervisor.dispose();
      await Promise.all(answers);
      expect(provider.mostLive()).toBeLessThanOrEqual(1);
      expect(provider.live()).toBe(0);
      expect(clock.waiting()).toBe(0);
    }),
    { numRuns: 150, seed: 20_261_123 },
  );
});

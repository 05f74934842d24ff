import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../../electron/core/log.ts';
import { createTunnelSupervisor } from '../../../electron/core/tunnel/supervisor.ts';
import type { TunnelState } from '../../../electron/core/tunnel/tunnel-state.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeProvider, createFakeSelfTest, trouble } from './fake-tunnel.ts';

const online = async () => {
  const clock = createFakeClock();
  const provider = createFakeProvider();
  const selfTest = createFakeSelfTest(clock);
  const states: TunnelState[] = [];
  let doubt = (): void => undefined;
  const supervisor = createTunnelSupervisor({
    provider: {
      kind: provider.kind,
      open: (signal, onDoubt = () => undefined) => {
        doubt = onDoubt;
        return provider.open(signal);
      },
    },
    selfTest,
    clock,
    random: () => 1,
    log: createLog(() => undefined),
    onState: (state) => states.push(state),
  });
  onTestFinished(() => supervisor.dispose());
  supervisor.start();
  await clock.advance(0);
  expect(supervisor.current().state).toBe('online');
  return { clock, provider, selfTest, supervisor, states, doubt: () => doubt() };
};

test('a tunnel that its provider doubts is not called reachable until it is proven, which is tried at once', async () => {
  const { clock, selfTest, supervisor, doubt } = await online();
  selfTest.next = 'wait';
  doubt();
  expect(supervisor.current()).toMatchObject({ state: 'degraded', cause: 'relay-connections-lost' });
  await clock.advance(0);
  expect(selfTest.proofs()).toBe(2);
  selfTest.settleProof('proven');
  await clock.advance(0);
  expect(supervisor.current()).toMatchObject({ state: 'online', cause: null });
});

test('doubts about a tunnel that is in doubt already are no reason to prove it again and again', async () => {
  const { clock, selfTest, doubt } = await online();
  selfTest.next = 'no-answer';
  for (let time = 0; time < 50; time += 1) doubt();
  await clock.advance(3999);
  for (let time = 0; time < 50; time += 1) doubt();
  await clock.advance(0);
  expect(selfTest.proofs()).toBe(2);
});

test('a relay that has worked and then refuses is asked again soon, but not for ever', async () => {
  const { clock, provider } = await online();
  provider.next = trouble('relay-rejected', true);
  provider.end(trouble('relay-connections-lost'));
  await clock.advance(60_000);
  expect(provider.openings()).toBeGreaterThan(8);
  await clock.advance(60_000);
  const before = provider.openings();
  await clock.advance(300_000);
  expect(provider.openings()).toBe(before + 1);
});

test('the time that a try took counts towards the pause before the next', async () => {
  const { clock, provider } = await online();
  provider.next = 'wait';
  provider.end(trouble('relay-connections-lost'));
  await clock.advance(1000);
  expect(provider.openings()).toBe(2);
  await clock.advance(5000);
  provider.settleOpening(trouble('relay-hung'));
  await clock.advance(249);
  expect(provider.openings()).toBe(2);
  await clock.advance(1);
  expect(provider.openings()).toBe(3);
});

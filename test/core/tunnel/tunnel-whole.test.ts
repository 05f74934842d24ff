import { expect, onTestFinished, test, vi } from 'vitest';
import { succeed } from '../../../electron/contract/index.ts';
import { systemClock } from '../../../electron/core/clock.ts';
import type { IncomingHook } from '../../../electron/core/hooks/hook.ts';
import { createListener } from '../../../electron/core/hooks/listener.ts';
import { createNonces } from '../../../electron/core/hooks/nonces.ts';
import { createLog } from '../../../electron/core/log.ts';
import { createLocaltunnelProvider } from '../../../electron/core/tunnel/localtunnel.ts';
import { createSelfTest } from '../../../electron/core/tunnel/self-test.ts';
import { createTunnelSupervisor } from '../../../electron/core/tunnel/supervisor.ts';
import type { TunnelSupervisor } from '../../../electron/core/tunnel/tunnel-state.ts';
import { type Relay, createRelay } from '../../../electron/simulator/relay/relay.ts';
import { type HookServer, createHookServer } from './hook-server.ts';
import { hookBody, visit } from './visitor.ts';

const name = 'a23456789012345678901234';
const patience = { timeout: 25_000, interval: 50 };

const startRelay = async (port = 0): Promise<{ relay: Relay; url: string; port: number }> => {
  const relay = createRelay({ graceTime: 500 });
  onTestFinished(() => relay.dispose());
  return { relay, ...(await relay.listen(port)) };
};

const supervise = (host: string): { supervisor: TunnelSupervisor; listener: HookServer } => {
  const listener = createHookServer();
  const nonces = createNonces({ clock: systemClock });
  const supervisor = createTunnelSupervisor({
    provider: createLocaltunnelProvider({
      host,
      name,
      fetch,
      accept: listener.accept,
      clock: systemClock,
      random: Math.random,
    }),
    selfTest: createSelfTest({
      issueNonce: () => {
        const issued = nonces.issue();
        listener.serve(issued.path, issued.nonce);
        return issued;
      },
      clock: systemClock,
    }),
    clock: systemClock,
    random: Math.random,
    log: createLog(() => {}),
    onState: () => {},
  });
  onTestFinished(() => supervisor.dispose());
  return { supervisor, listener };
};

test('a tunnel comes online by itself and is online again at the same address after the relay was restarted', async () => {
  const first = await startRelay();
  const { supervisor, listener } = supervise(first.url);
  supervisor.start();
  await vi.waitFor(() => expect(supervisor.current().state).toBe('online'), patience);
  const { url } = supervisor.current();
  expect(url).toBe(`http://${name}.localhost:${first.port}`);
  first.relay.dispose();
  expect((await supervisor.test()).state).toBe('degraded');
  await startRelay(first.port);
  await vi.waitFor(() => expect(supervisor.current()).toMatchObject({ state: 'online', url }), patience);
  expect((await visit(`${url}/hook`, hookBody(3))).status).toBe(200);
  expect(listener.bodies).toEqual([hookBody(3)]);
});

test('a name that answers for somebody else is not called online', async () => {
  const { relay, url } = await startRelay();
  const { supervisor } = supervise(url);
  supervisor.start();
  await vi.waitFor(() => expect(supervisor.current().state).toBe('online'), patience);
  relay.fault('taken');
  expect(await supervisor.test()).toMatchObject({ state: 'degraded', cause: 'foreign-answer' });
  relay.fault(null);
  expect(await supervisor.test()).toMatchObject({ state: 'online', cause: null });
});

test('the app’s own listener takes hooks from a tunnel after both have waited for longer than its time limits', async () => {
  const { url } = await startRelay();
  const nonces = createNonces({ clock: systemClock });
  const received: IncomingHook[] = [];
  const append = async (hook: IncomingHook) => {
    received.push(hook);
    return succeed({ ...hook, id: String(received.length), receivedAt: systemClock.now() });
  };
  const listener = createListener({
    hookUrls: { match: (secret) => (secret === 'secret' ? { id: '1', name: 'Team', isReplaced: false } : null) },
    append,
    appendMany: () => Promise.reject(new Error('not used here')),
    nonces,
    log: createLog(() => {}),
    clock: systemClock,
    limits: { headersTimeout: 200, requestTimeout: 200, checkingInterval: 50, inactivityTimeout: 300 },
  });
  onTestFinished(() => listener.dispose());
  const provider = createLocaltunnelProvider({
    host: url,
    name,
    fetch,
    accept: listener.accept,
    clock: systemClock,
    random: Math.random,
  });
  const opening = await provider.open(new AbortController().signal);
  if (!opening.ok) throw new Error(opening.trouble.message);
  onTestFinished(() => opening.tunnel.dispose());
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const selfTest = createSelfTest({ issueNonce: () => nonces.issue(), clock: systemClock });
  expect(await selfTest.prove(opening.tunnel.url, new AbortController().signal)).toMatchObject({ outcome: 'proven' });
  expect((await visit(`${opening.tunnel.url}/secret`, hookBody(77))).status).toBe(200);
  expect(received.map(({ taskId }) => taskId)).toEqual(['77']);
});

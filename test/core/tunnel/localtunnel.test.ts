import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../../electron/core/clock.ts';
import { createLocaltunnelProvider } from '../../../electron/core/tunnel/localtunnel.ts';
import type { OpenTunnel, TunnelProvider } from '../../../electron/core/tunnel/provider.ts';
import { type Relay, createRelay } from '../../../electron/simulator/relay/relay.ts';
import { type HookServer, createHookServer } from './hook-server.ts';
import { startRealServer } from './real-server.ts';
import { hookBody, visit } from './visitor.ts';

const name = 'a23456789012345678901234';

const startRelay = async (graceTime = 200): Promise<{ relay: Relay; url: string; port: number }> => {
  const relay = createRelay({ graceTime });
  onTestFinished(() => relay.dispose());
  return { relay, ...(await relay.listen()) };
};

const providerFor = (host: string, listener: HookServer): TunnelProvider =>
  createLocaltunnelProvider({ host, name, fetch, accept: listener.accept, clock: systemClock, random: Math.random });

const openTunnel = async (provider: TunnelProvider): Promise<OpenTunnel> => {
  const opening = await provider.open(new AbortController().signal);
  if (!opening.ok) throw new Error(opening.trouble.message);
  onTestFinished(() => opening.tunnel.dispose());
  return opening.tunnel;
};

const causeOf = async (provider: TunnelProvider): Promise<{ cause: string; final: boolean } | 'open'> => {
  const opening = await provider.open(new AbortController().signal);
  if (!opening.ok) return { cause: opening.trouble.cause, final: opening.trouble.final };
  await opening.tunnel.dispose();
  return 'open';
};

describe('an open tunnel', () => {
  test('brings a hook that is posted to its public address to the listener, and the answer back', async () => {
    const { url, port } = await startRelay();
    const listener = createHookServer();
    const tunnel = await openTunnel(providerFor(url, listener));
    expect(tunnel.url).toBe(`http://${name}.localhost:${port}`);
    expect(await visit(`${tunnel.url}/hook`, hookBody(4))).toEqual({ status: 200, body: '' });
    expect(listener.bodies).toEqual([hookBody(4)]);
  });

  test('serves one after the other more hooks than it has sockets', async () => {
    const { url } = await startRelay();
    const listener = createHookServer();
    const tunnel = await openTunnel(providerFor(url, listener));
    for (let hook = 0; hook < 25; hook += 1)
      expect((await visit(`${tunnel.url}/hook`, hookBody(hook))).status).toBe(200);
    expect(listener.bodies).toHaveLength(25);
  });

  test('serves more hooks at a time than it has sockets', async () => {
    const { url } = await startRelay();
    const listener = createHookServer();
    const tunnel = await openTunnel(providerFor(url, listener));
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, hook) => visit(`${tunnel.url}/hook`, hookBody(hook))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200));
    expect(new Set(listener.bodies).size).toBe(40);
  });

  test('passes bodies on that trickle in', async () => {
    const { relay, url } = await startRelay();
    const listener = createHookServer();
    const tunnel = await openTunnel(providerFor(url, listener));
    relay.fault('slow');
    expect((await visit(`${tunnel.url}/hook`, hookBody(9))).status).toBe(200);
    expect(listener.bodies).toEqual([hookBody(9)]);
  });

  test('does not take a hook for whole that breaks off in the middle', async () => {
    const { relay, url } = await startRelay();
    const listener = createHookServer();
    const tunnel = await openTunnel(providerFor(url, listener));
    relay.fault('cut');
    await expect(visit(`${tunnel.url}/hook`, hookBody(9))).rejects.toThrow(/hang up|ECONNRESET/);
    relay.fault(null);
    expect((await visit(`${tunnel.url}/hook`, hookBody(10))).status).toBe(200);
    expect(listener.bodies).toEqual([hookBody(10)]);
  });

  test.for(['drop', 'half-close'] as const)('dials anew after the relay’s %s of every socket', async (fault) => {
    const { relay, url } = await startRelay(5000);
    const listener = createHookServer();
    const tunnel = await openTunnel(providerFor(url, listener));
    await vi.waitFor(() => expect(listener.open()).toBe(10));
    relay.fault(fault);
    relay.fault(null);
    // Each slot waits half a second at most.
    await vi.waitFor(() => expect(listener.accepted()).toBe(20), 5000);
    await vi.waitFor(async () => expect((await visit(`${tunnel.url}/hook`, hookBody(1))).status).toBe(200), 5000);
  });

  test('closes every socket and leaves nothing behind when it is disposed of', async () => {
    const { url } = await startRelay();
    const listener = createHookServer();
    const provider = providerFor(url, listener);
    const tunnel = await openTunnel(provider);
    await vi.waitFor(() => expect(listener.open()).toBe(10));
    await tunnel.dispose();
    await vi.waitFor(() => expect(listener.open()).toBe(0));
    expect(listener.accepted()).toBe(10);
    // The relay has noticed too, and gives the name again.
    await vi.waitFor(async () => expect(await causeOf(provider)).toBe('open'), 5000);
  });
});

describe('a tunnel that cannot be opened', () => {
  test.for([
    ['refuse', { cause: 'relay-refused', final: false }],
    ['forbid', { cause: 'relay-rejected', final: true }],
    ['break', { cause: 'relay-rejected', final: false }],
    ['wrong-name', { cause: 'name-taken', final: false }],
    ['taken', { cause: 'name-taken', final: false }],
  ] as const)('says why when the relay’s fault is “%s”', async ([fault, trouble]) => {
    const { relay, url } = await startRelay();
    const listener = createHookServer();
    relay.fault(fault);
    expect(await causeOf(providerFor(url, listener))).toEqual(trouble);
    expect(listener.accepted()).toBe(0);
  });

  test('has its name taken while another client holds it', async () => {
    const { url } = await startRelay();
    await openTunnel(providerFor(url, createHookServer()));
    expect(await causeOf(providerFor(url, createHookServer()))).toEqual({ cause: 'name-taken', final: false });
  });

  test('is given up at once when asked to stop', async () => {
    const { relay, url } = await startRelay();
    relay.fault('hang');
    const stop = new AbortController();
    const opening = providerFor(url, createHookServer()).open(stop.signal);
    stop.abort();
    expect((await opening).ok).toBe(false);
  });
});

describe('the real localtunnel server', () => {
  test(
    'gives our client its name and brings hooks through, one by one and at a time',
    { timeout: 60_000 },
    async () => {
      const host = await startRealServer();
      const listener = createHookServer();
      const tunnel = await openTunnel(providerFor(host, listener));
      expect(tunnel.url).toBe(`http://${name}.tunnel.localhost:${new URL(host).port}`);
      expect((await visit(`${tunnel.url}/hook`, hookBody(1))).status).toBe(200);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, hook) => visit(`${tunnel.url}/hook`, hookBody(hook + 2))),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
      expect(new Set(listener.bodies).size).toBe(21);
      // It holds the name while we are here.
      expect(await causeOf(providerFor(host, createHookServer()))).toEqual({ cause: 'name-taken', final: false });
    },
  );
});

describe.concurrent('a minute without a visitor', () => {
  test('does not close the way in', { timeout: 90_000 }, async ({ expect }) => {
    const { url } = await startRelay();
    const listener = createHookServer();
    const tunnel = await openTunnel(providerFor(url, listener));
    await new Promise((resolve) => setTimeout(resolve, 61_000));
    expect((await visit(`${tunnel.url}/hook`, hookBody(5))).status).toBe(200);
    expect(listener.bodies).toEqual([hookBody(5)]);
  });
});

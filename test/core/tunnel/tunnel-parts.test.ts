import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { reachabilityStates } from '../../../electron/contract/index.ts';
import type { Clock } from '../../../electron/core/clock.ts';
import { backoff } from '../../../electron/core/tunnel/backoff.ts';
import { createDriftWatch } from '../../../electron/core/tunnel/drift-watch.ts';
import { relayAddress } from '../../../electron/core/tunnel/localtunnel/relay-address.ts';
import { isLoopbackHost } from '../../../electron/core/tunnel/loopback.ts';
import type { TunnelCause } from '../../../electron/core/tunnel/provider.ts';
import { describeReachability } from '../../../electron/core/tunnel/reachability-words.ts';
import { createTunnelName } from '../../../electron/core/tunnel/tunnel-name.ts';
import { createUrlProvider } from '../../../electron/core/tunnel/url-provider.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { english } from '../../../electron/messages/en/index.ts';

describe('a tunnel name', () => {
  test('is 24 characters of base36, the first a letter, and never the same', () => {
    const names = Array.from({ length: 500 }, () => createTunnelName(randomBytes));
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]{23}$/);
    expect(new Set(names).size).toBe(500);
  });

  test('gives every character the same chance', () => {
    // Every byte once: after the first letter, each of 36 characters comes from exactly 7 bytes, the last 4 are dropped.
    let next = 0;
    const counter = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => next++ % 256);
    const counts = new Map<string, number>();
    for (let round = 0; round < 256; round += 1)
      for (const character of createTunnelName(counter).slice(1))
        counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(36);
    const shares = [...counts.values()].map((count) => count / (256 * 23));
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.005);
  });
});

test.for([
  ['localhost', true],
  ['LOCALHOST', true],
  ['name.localhost', true],
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['[::1]', true],
  ['localhost.example', false],
  ['127.0.0.1.example', false],
  ['notlocalhost', false],
  ['10.0.0.1', false],
  ['relay.test', false],
] as const)('%s is this machine: %s', ([host, isLoopback]) => {
  expect(isLoopbackHost(host)).toBe(isLoopback);
});

test.for([
  ['relay.test', null, 'relay.test'],
  ['relay.test', '203.0.113.7', '203.0.113.7'],
  ['relay.test', '2001:db8::1', '2001:db8::1'],
  ['relay.test', 'other.test', 'relay.test'],
  ['relay.test', '127.0.0.1', 'relay.test'],
  ['relay.test', '::1', 'relay.test'],
  ['relay.test', '::ffff:127.0.0.1', 'relay.test'],
  ['relay.test', '0.0.0.0', 'relay.test'],
  ['127.0.0.1', '203.0.113.7', '127.0.0.1'],
  ['localhost', '203.0.113.7', 'localhost'],
  ['[::1]', null, '::1'],
] as const)('sockets for the relay %s that names %s go to %s', ([host, ip, address]) => {
  expect(relayAddress(host, ip)).toBe(address);
});

describe('the user’s own public address', () => {
  const open = (publicUrl: string | null) => createUrlProvider({ publicUrl }).open(new AbortController().signal);

  test.for([
    ['https://hooks.example.test', 'https://hooks.example.test'],
    ['https://hooks.example.test/', 'https://hooks.example.test'],
    ['http://hooks.example.test:8080/redbooth/?a#b', 'http://hooks.example.test:8080/redbooth'],
  ] as const)('%s is open as %s', async ([publicUrl, url]) => {
    expect(await open(publicUrl)).toMatchObject({ ok: true, tunnel: { url } });
  });

  test.for([null, '', 'hooks.example.test', 'ftp://hooks.example.test', 'https://a:b@hooks.example.test'])(
    '%s cannot be opened, and trying again does not help',
    async (publicUrl) => {
      expect(await open(publicUrl)).toMatchObject({ ok: false, trouble: { cause: 'public-url-missing', final: true } });
    },
  );
});

test('the pause before the next try is between a quarter second and 1, 1.4, 2 … 30 s', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failures, random) => {
      const pause = backoff(failures, () => random);
      expect(pause).toBeGreaterThanOrEqual(250);
      expect(pause).toBeLessThanOrEqual(Math.ceil(Math.min(30_000, 1000 * 1.4 ** Math.max(0, failures - 1))));
    }),
  );
  expect([1, 2, 3, 4, 11, 12, 100].map((failures) => backoff(failures, () => 1))).toEqual([
    1000, 1400, 1960, 2744, 28_925, 30_000, 30_000,
  ]);
});

describe('the watch for sleep', () => {
  const watch = () => {
    const clock = createFakeClock();
    let jump = 0;
    const wallClock: Clock = { ...clock, now: () => clock.now() + jump };
    const onSlept = vi.fn<() => void>();
    const drift = createDriftWatch(wallClock, onSlept);
    return { clock, onSlept, drift, jumpBy: (milliseconds: number) => void (jump += milliseconds) };
  };

  test('says nothing while time passes as it should, nor when the clock is set back or a little ahead', async () => {
    const { clock, onSlept, drift, jumpBy } = watch();
    await clock.advance(60_000);
    jumpBy(-3_600_000);
    await clock.advance(60_000);
    jumpBy(15_000);
    await clock.advance(60_000);
    expect(onSlept).not.toHaveBeenCalled();
    drift.dispose();
  });

  test('tells each sleep once, within ten seconds of waking', async () => {
    const { clock, onSlept, drift, jumpBy } = watch();
    jumpBy(60_000);
    await clock.advance(10_000);
    expect(onSlept).toHaveBeenCalledTimes(1);
    await clock.advance(60_000);
    expect(onSlept).toHaveBeenCalledTimes(1);
    drift.dispose();
  });

  test('leaves no timer', () => {
    const { clock, drift } = watch();
    drift.dispose();
    expect(clock.waiting()).toBe(0);
  });
});

describe('reachability in words', () => {
  const causes: readonly TunnelCause[] = [
    'no-internet',
    'dns',
    'relay-refused',
    'relay-hung',
    'relay-rejected',
    'relay-reply-unusable',
    'relay-connections-lost',
    'name-taken',
    'foreign-answer',
    'no-answer',
    'reminder-page',
    'listener-dead',
    'public-url-missing',
  ];

  test('reachable says nothing more', () => {
    expect(
      describeReachability({ state: 'online', url: 'https://a.test', cause: null, provenAt: 5 }, 'tunnel', english),
    ).toEqual({
      state: 'online',
      sentence: 'Reachable',
      detail: null,
      cause: null,
      provenAt: 5,
    });
  });

  test('a relay that hangs is told with what it means and what happens next', () => {
    expect(
      describeReachability({ state: 'offline', url: null, cause: 'relay-hung', provenAt: null }, 'tunnel', english),
    ).toEqual({
      state: 'offline',
      sentence: 'Not reachable',
      detail:
        'The tunnel server does not answer. Changes still arrive by asking Redbooth now and then. Trying again on its own.',
      cause: 'relay-hung',
      provenAt: null,
    });
  });

  test('polling needs no tunnel, and says what it costs and what it spares', () => {
    expect(describeReachability({ state: 'off', url: null, cause: null, provenAt: null }, 'polling', english)).toEqual({
      state: 'polling',
      sentence: 'Asks Redbooth every minute',
      detail: 'No hook and no administrator is needed. Changes come up to a minute late.',
      cause: null,
      provenAt: null,
    });
  });

  test('every state and cause has whole sentences, in the app’s style', () => {
    for (const state of reachabilityStates)
      for (const cause of [null, ...causes]) {
        const { sentence, detail } =
          state === 'polling'
            ? describeReachability({ state: 'off', url: null, cause, provenAt: null }, 'polling', english)
            : describeReachability({ state, url: null, cause, provenAt: null }, 'tunnel', english);
        expect(sentence).toMatch(/^[A-Z][^.!]*$/);
        if (detail !== null) expect(detail).toMatch(/^[A-Z][^!"'_]*\.$/);
        expect(state === 'offline' && detail === null).toBe(false);
      }
  });
});

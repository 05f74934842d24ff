import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../../electron/core/hooks/limits.ts';
import { open, startListener } from '../harness.ts';
import { expectGoodHook } from './good-hook.ts';
import { shortLimits } from './short-limits.ts';

describe('A client that is slow with its headers', () => {
  test('is told 408 and closed when it stops', async () => {
    const { port } = await startListener({ limits: shortLimits });
    const wire = open(port);
    wire.socket.write('POST / HTTP/1.1\r\nHost: ');
    const [answer] = await wire.answers(1);
    expect(answer?.status).toBe(408);
    await wire.closed;
  });

  test('is closed none the later when it drips them byte by byte', async () => {
    const { port } = await startListener({ limits: { ...shortLimits, inactivityTimeout: 60_000 } });
    const wire = open(port);
    wire.socket.write('POST / HTTP/1.1\r\nX-Slow: ');
    const drip = setInterval(() => wire.socket.write('x'), 20);
    await wire.closed;
    clearInterval(drip);
    expect(wire.text()).toContain(' 408 ');
  });

  test('keeps no hook waiting, though there are 200 of its kind', async () => {
    const listener = await startListener();
    const wires = Array.from({ length: 200 }, () => open(listener.port));
    await Promise.all(
      wires.map(({ socket }) => new Promise((resolve) => socket.write('POST / HTTP/1.1\r\nX-Slow: ', resolve))),
    );
    await expectGoodHook(listener);
  });

  test('is closed within 15 s of its first byte by the limits as they are shipped', () => {
    const { headersTimeout, requestTimeout, checkingInterval, lingerTimeout, inactivityTimeout } = defaultLimits;
    expect(Math.max(headersTimeout, requestTimeout) + checkingInterval + lingerTimeout).toBeLessThan(15_000);
    expect(inactivityTimeout).toBeLessThanOrEqual(15_000);
  });
});

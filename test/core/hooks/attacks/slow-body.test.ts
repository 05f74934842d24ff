import { describe, expect, test } from 'vitest';
import { hookBody, open, request, startListener } from '../harness.ts';
import { expectGoodHook } from './good-hook.ts';
import { shortLimits } from './short-limits.ts';

describe('A client that is slow with its body', () => {
  test('is closed when it stops, and nothing is stored', async () => {
    const { port, hookUrl, journal } = await startListener({ limits: shortLimits });
    const bytes = request('POST', `/${hookUrl.secret}`, hookBody(1));
    const wire = open(port);
    wire.socket.write(bytes.subarray(0, -1));
    await wire.closed;
    expect(wire.text()).toContain(' 408 ');
    expect(journal.unsettled()).toEqual([]);
  });

  test.each([
    ['of a known length', 'Content-Length: 60000', 'x'],
    ['in chunks', 'Transfer-Encoding: chunked', '1\r\nx\r\n'],
  ])('is closed none the later when it drips one %s', async (_name, header, drop) => {
    const listener = await startListener({ limits: { ...shortLimits, inactivityTimeout: 60_000 } });
    const wire = open(listener.port);
    wire.socket.write(`POST /${listener.hookUrl.secret} HTTP/1.1\r\nHost: a\r\n${header}\r\n\r\n`);
    const drip = setInterval(() => wire.socket.write(drop), 20);
    await wire.closed;
    clearInterval(drip);
    expect(wire.text()).toContain(' 408 ');
    expect(listener.journal.unsettled()).toEqual([]);
  });

  test('keeps no hook waiting, though there are 200 of its kind', async () => {
    const listener = await startListener();
    const bytes = request('POST', `/${listener.hookUrl.secret}`, hookBody(1)).subarray(0, -1);
    const wires = Array.from({ length: 200 }, () => open(listener.port));
    await Promise.all(wires.map(({ socket }) => new Promise((resolve) => socket.write(bytes, resolve))));
    await expectGoodHook(listener);
  });
});

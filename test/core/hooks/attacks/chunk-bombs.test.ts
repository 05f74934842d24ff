import { describe, expect, test } from 'vitest';
import { hookBody, open, startListener } from '../harness.ts';
import { expectGoodHook } from './good-hook.ts';
import { shortLimits } from './short-limits.ts';

const chunked = (secret: string): string => `POST /${secret} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n`;

describe('A body in chunks', () => {
  test('of one byte each, 60,000 of them, is read like any other', async () => {
    const listener = await startListener();
    const wire = open(listener.port);
    const chunks = Array.from(hookBody(7).padEnd(60_000), (byte) => `1\r\n${byte}\r\n`).join('');
    wire.socket.write(`${chunked(listener.hookUrl.secret)}${chunks}0\r\n\r\n`);
    const [answer] = await wire.answers(1);
    expect(answer?.status).toBe(200);
    expect(listener.journal.unsettled().map(({ taskId }) => taskId)).toEqual(['7']);
    await expectGoodHook(listener);
  });

  test.each([
    ['a chunk of 2 GiB, sent without end', '7FFFFFFF\r\n', 'x'.repeat(65_536)],
    ['chunks without end', '', `10000\r\n${'x'.repeat(65_536)}\r\n`],
    ['chunk extensions without end', '1', `;name=${'x'.repeat(10_000)}`],
    ['trailers without end', '0\r\n', `X-Trailer: ${'x'.repeat(1_000)}\r\n`],
  ])('with %s is cut off', async (_name, start, piece) => {
    const listener = await startListener({ limits: { ...shortLimits, lingerBytes: 200_000 } });
    const wire = open(listener.port);
    wire.socket.write(chunked(listener.hookUrl.secret) + start);
    const flood = setInterval(() => wire.socket.write(piece), 2);
    await wire.closed;
    clearInterval(flood);
    // Which of them, or none as the reset took it away, is up to the moment.
    expect(wire.text()).toMatch(/^(HTTP\/1.1 (400|408|413|431) |$)/);
    expect(listener.journal.unsettled()).toEqual([]);
    await expectGoodHook(listener);
  });

  test.each([
    ['more digits than a number has', 'FFFFFFFFFFFFFFFFF\r\n'],
    ['a sign', '-1\r\nx\r\n'],
    ['0x', '0x1\r\nx\r\n'],
    ['no size', '\r\nx\r\n'],
    ['a bare line feed', '1\nx\n'],
    ['more than its size', '1\r\nxyz\r\n'],
  ])('whose size is given with %s is refused', async (_name, chunks) => {
    const listener = await startListener({ limits: shortLimits });
    const wire = open(listener.port);
    wire.socket.write(chunked(listener.hookUrl.secret) + chunks);
    await wire.closed;
    expect(wire.text()).toMatch(/^HTTP\/1.1 400 /);
    expect(listener.journal.unsettled()).toEqual([]);
  });
});

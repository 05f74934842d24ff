import { describe, expect, test } from 'vitest';
import { hookBody, open, request, startListener } from '../harness.ts';
import { expectGoodHook } from './good-hook.ts';
import { shortLimits } from './short-limits.ts';

const body = hookBody(1);
const post = (secret: string, headers: readonly string[], sent = body): string =>
  [`POST /${secret} HTTP/1.1`, 'Host: a', ...headers, '', sent].join('\r\n');

// Two lengths, a length beside chunks and a length that is none: listener-protocol.test.ts.
describe('A length that is a lie', () => {
  test('and too short leaves a body that is no hook, and a rest that is no request', async () => {
    const listener = await startListener({ limits: shortLimits });
    const wire = open(listener.port);
    wire.socket.write(post(listener.hookUrl.secret, ['Content-Length: 10']));
    await wire.closed;
    expect(wire.text()).not.toMatch(/^HTTP\/1.1 200 /m);
    expect(listener.journal.unsettled()).toEqual([]);
    await expectGoodHook(listener);
  });

  test('and too short smuggles nothing in that could not have been sent openly', async () => {
    const listener = await startListener();
    const wire = open(listener.port);
    const smuggled = request('POST', `/${'A'.repeat(43)}`, hookBody(2)).toString();
    wire.socket.write(post(listener.hookUrl.secret, [`Content-Length: ${body.length}`], body + smuggled));
    const answers = await wire.answers(2);
    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
    expect(listener.journal.unsettled().map(({ taskId }) => taskId)).toEqual(['1']);
  });

  test('and too long is waited for no longer than any slow body', async () => {
    const listener = await startListener({ limits: shortLimits });
    const wire = open(listener.port);
    wire.socket.write(post(listener.hookUrl.secret, [`Content-Length: ${body.length + 1}`]));
    await wire.closed;
    expect(wire.text()).toMatch(/^HTTP\/1.1 408 /);
    expect(listener.journal.unsettled()).toEqual([]);
  });

  test.each(['-1', '+48', '0x30', '48, 48', '48,49', '1e3', '4 8', '18446744073709551617', '٤٨', '48;q=1'])(
    'and no number is refused: “%s”',
    async (length) => {
      const listener = await startListener({ limits: shortLimits });
      const wire = open(listener.port);
      wire.socket.write(post(listener.hookUrl.secret, [`Content-Length: ${length}`]));
      await wire.closed;
      expect(wire.text()).toMatch(/^HTTP\/1.1 4(?:00|13) /);
      expect(listener.journal.unsettled()).toEqual([]);
      await expectGoodHook(listener);
    },
  );

  test.each([
    'Transfer-Encoding: xchunked',
    'Transfer-Encoding: chunked, identity',
    'Transfer-Encoding: identity, chunked',
    'Transfer-Encoding : chunked',
    'Transfer-Encoding: \u000bchunked',
    'Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked',
    'X: y\nTransfer-Encoding: chunked',
    'X: y\rTransfer-Encoding: chunked',
  ])('beside an encoding that proxies read differently is refused: “%s”', async (encoding) => {
    const listener = await startListener({ limits: shortLimits });
    const wire = open(listener.port);
    wire.socket.write(post(listener.hookUrl.secret, [`Content-Length: ${body.length}`, encoding]));
    await wire.closed;
    expect(wire.text()).toMatch(/^HTTP\/1.1 400 /);
    expect(listener.journal.unsettled()).toEqual([]);
    await expectGoodHook(listener);
  });
});

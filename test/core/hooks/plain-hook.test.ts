import { describe, expect, test } from 'vitest';
import { readPlainHook } from '../../../electron/core/hooks/plain-hook.ts';

const secret = 'A'.repeat(43);
const body = '{"type":"task","id":"1"}';
const plain = (headers: readonly string[], start = `POST /${secret} HTTP/1.1`, sent = body): Buffer =>
  Buffer.from([start, ...headers, '', sent].join('\r\n'));
const length = `Content-Length: ${body.length}`;

describe('A plain hook', () => {
  test.each([
    [[length]],
    [
      [
        'Host: a',
        'User-Agent: Redbooth',
        'Accept: */*',
        'Accept-Encoding: gzip',
        'Content-Type: application/json',
        length,
      ],
    ],
    [['content-length:24', 'HOST: a', 'X-Forwarded-For: 10.0.0.1', 'X-Empty:']],
  ])('has harmless headers and one length: %j', (headers) => {
    const bytes = plain(headers);
    expect(readPlainHook(bytes)).toEqual({
      secret,
      head: bytes.toString('latin1', 0, bytes.length - body.length),
      body: Buffer.from(body),
    });
  });

  test('may have an empty body, if it says so', () => {
    expect(readPlainHook(plain(['Content-Length: 0'], undefined, ''))?.body).toHaveLength(0);
  });
});

describe('Left to the real parser is', () => {
  test.each([
    ['no length', []],
    ['two lengths', [length, length]],
    ['a length and chunks', [length, 'Transfer-Encoding: chunked']],
    ['a content encoding', [length, 'Content-Encoding: gzip']],
    ['an expectation', [length, 'Expect: 100-continue']],
    ['an upgrade', [length, 'Upgrade: websocket', 'Connection: Upgrade']],
    ['a wish to close', [length, 'Connection: close']],
    ['an unknown header', [length, 'Trailer: a']],
    ['a folded header', [length, 'X-A: b', ' c']],
    ['a blank before the colon', ['Content-Length : 24']],
    ['a bare line feed', [length, 'X-A: b\nX-B: c']],
    ['a NUL', [length, 'X-A: \0']],
    ['a signed length', ['Content-Length: +24']],
    ['a longer body than sent', ['Content-Length: 25']],
    ['a shorter body than sent', ['Content-Length: 23']],
  ])('a request with %s', (_name, headers) => {
    expect(readPlainHook(plain(headers))).toBeNull();
  });

  test.each([
    `GET /${secret} HTTP/1.1`,
    `post /${secret} HTTP/1.1`,
    `POST /${secret} HTTP/1.0`,
    `POST /${secret} http/1.1`,
    `POST /${secret}/ HTTP/1.1`,
    `POST /${secret}A HTTP/1.1`,
    `POST /${secret.slice(1)} HTTP/1.1`,
    `POST  /${secret} HTTP/1.1`,
    ` POST /${secret} HTTP/1.1`,
  ])('“%s”', (start) => {
    expect(readPlainHook(plain([length], start))).toBeNull();
  });

  test('anything cut short, at whatever byte', () => {
    const bytes = plain(['Host: a', length]);
    for (let end = 0; end < bytes.length; end += 1) expect(readPlainHook(bytes.subarray(0, end))).toBeNull();
  });

  test('anything large', () => {
    const large = 'x'.repeat(8_192);
    expect(readPlainHook(plain([`Content-Length: ${large.length}`], undefined, large))).toBeNull();
  });
});

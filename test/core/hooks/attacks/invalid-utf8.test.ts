import { expect, test } from 'vitest';
import { ask, open, request, startListener } from '../harness.ts';
import { expectGoodHook } from './good-hook.ts';

const around = (...bytes: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from('{"type":"task","id":"1","x":"'), Buffer.from(bytes), Buffer.from('"}')]);

test.each([
  ['a lone continuation', around(0x80)],
  ['a character cut short', around(0xe2, 0x82)],
  ['an overlong slash', around(0xc0, 0xaf)],
  ['an overlong NUL', around(0xc0, 0x80)],
  ['half a surrogate', around(0xed, 0xa0, 0x80)],
  ['a character beyond Unicode', around(0xf4, 0x90, 0x80, 0x80)],
  ['a byte that never occurs', around(0xff)],
  ['UTF-16', Buffer.from('{"type":"task","id":"1"}', 'utf16le')],
  ['UTF-16 with its mark', Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('{"type":"task","id":"1"}', 'utf16le')])],
  ['Latin-1', Buffer.from('{"type":"task","id":"1","x":"\u00e9"}', 'latin1')],
])('A body with %s is answered 400, and nothing is stored', async (_name, body) => {
  const listener = await startListener();
  expect((await ask(listener.port, request('POST', `/${listener.hookUrl.secret}`, body))).status).toBe(400);
  expect(listener.journal.unsettled()).toEqual([]);
  await expectGoodHook(listener);
});

test.each([
  ['path', Buffer.from('GET /\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n', 'latin1')],
  ['method', Buffer.from('G\xc9T / HTTP/1.1\r\nHost: a\r\n\r\n', 'latin1')],
  ['header’s name', Buffer.from('GET / HTTP/1.1\r\nH\xf6st: a\r\n\r\n', 'latin1')],
  ['header’s value', Buffer.from('GET / HTTP/1.1\r\nHost: \xff\x80\r\n\r\n', 'latin1')],
])('Bytes in the %s that are no characters get a plain refusal', async (_name, bytes) => {
  const listener = await startListener({ limits: { lingerTimeout: 20 } });
  const wire = open(listener.port);
  wire.socket.end(bytes);
  await wire.closed;
  expect(wire.text()).toMatch(/^HTTP\/1.1 (400|404) /);
  expect(Buffer.from(wire.text(), 'latin1').every((byte) => byte < 0x80)).toBe(true);
  await expectGoodHook(listener);
});

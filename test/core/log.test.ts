import { describe, expect, it } from 'vitest';
import { createLog, maskSecrets } from '../../electron/core/log.ts';

const secret = 'aB3-_'.repeat(8) + 'xyz';

describe('a log line', () => {
  it.each([
    [`POST /${secret}`, 'POST /***'],
    [`hook at https://name.localtunnel.me/${secret}?x=1`, 'hook at https://name.localtunnel.me/***?x=1'],
    ['authorization: Bearer abc.def', 'authorization: Bearer ***'],
    ['AUTHORIZATION: bearer   abc', 'AUTHORIZATION: bearer   ***'],
    ['GET /me?access_token=abc&page=1', 'GET /me?access_token=***&page=1'],
    [
      'grant_type=refresh_token&refresh_token=abc&client_secret=def',
      'grant_type=refresh_token&refresh_token=***&client_secret=***',
    ],
    ['/callback?code=abc&state=1', '/callback?code=***&state=1'],
    [
      '{"access_token":"abc","token_type":"bearer","refresh_token": "def"}',
      '{"access_token":"***","token_type":"bearer","refresh_token": "***"}',
    ],
  ])('has no secrets: %s', (line, masked) => {
    expect(maskSecrets(line)).toBe(masked);
  });

  it.each(['Task 123456789 could not be worked on: HTTP 503', 'x'.repeat(42), 'x'.repeat(44), 'the tunnel is online'])(
    'keeps what is none: %s',
    (line) => {
      expect(maskSecrets(line)).toBe(line);
    },
  );

  it('is masked at every level', () => {
    const lines: string[] = [];
    const log = createLog((level, message) => lines.push(`${level} ${message}`));
    log.info(secret);
    log.warn(secret);
    log.error(secret);
    expect(lines).toEqual(['info ***', 'warn ***', 'error ***']);
  });
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestAsCurl, shellWord } from '../../../electron/core/hooks/request-as-curl.ts';
import type { KeptRequest } from '../../../electron/core/hooks/request-ring.ts';

const run = promisify(execFile);

const kept = (part: Partial<KeptRequest> = {}): KeptRequest => ({
  id: '1',
  order: 1,
  at: 0,
  method: 'POST',
  status: 200,
  size: part.bodyStart?.length ?? 0,
  duration: 1,
  userAgent: null,
  bodyStart: '',
  hookUrl: { id: 'a', name: 'Team', isReplaced: false },
  isFromRelay: false,
  outcome: 'accepted',
  problem: null,
  hookIds: [],
  ...part,
});

test('a hook becomes a command for the listener on this machine, with the secret address left to a variable', () => {
  expect(requestAsCurl(kept({ bodyStart: '{"type":"task","id":"7"}' }), 4321)).toBe(
    [
      '# HOOK_URL: the hook URL, on this computer http://127.0.0.1:4321/…',
      `curl --include --request 'POST' "$HOOK_URL" --header 'Content-Type: application/json' --data-raw '{"type":"task","id":"7"}'`,
    ].join('\n'),
  );
});

test('a body that was cut is said to be', () => {
  expect(requestAsCurl(kept({ bodyStart: '{', size: 9_000 }), 1)).toContain('Only the first 4 KiB of the 9000 bytes');
});

test('a request without a body has none in the command, and HEAD waits for none', () => {
  expect(requestAsCurl(kept({ method: 'GET' }), 1)?.split('\n')[1]).toBe(`curl --include --request 'GET' "$HOOK_URL"`);
  expect(requestAsCurl(kept({ method: 'HEAD' }), 1)?.split('\n')[1]).toBe('curl --include --head "$HOOK_URL"');
});

test('a request that came by no hook URL cannot be sent again', () => {
  expect(requestAsCurl(kept({ hookUrl: null }), 1)).toBeNull();
});

test('a shell takes any text for one word, and runs none of it', async () => {
  const odd = [
    "it's",
    '$(touch /tmp/x)',
    '`id`',
    '"$HOME"',
    'a\\nb',
    "'; exit 1; '",
    '\n\r\t',
    '\u001b[2J',
    '!!',
    '€ “”',
    '@file',
    '\u202e',
  ];
  const seeded = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 200, seed: 7 });
  const texts = [...odd, ...seeded].map((text) => text.replaceAll('\0', '').toWellFormed());
  const { stdout } = await run('bash', ['-c', `printf '%s\\0' ${texts.map(shellWord).join(' ')}`]);
  expect(stdout.split('\0').slice(0, -1)).toEqual(texts);
});

test('a word holds no character that steers a terminal', () => {
  expect(shellWord('a\u001b[201~\u0003\u202eb')).toMatch(/^[ -~]*$/);
  expect(shellWord('a\0b')).toBe("'ab'");
});

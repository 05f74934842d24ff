import { expect, test } from 'vitest';
import { parseFlags } from '../../../electron/core/operator/flags.ts';
import { readOptions } from '../../../electron/core/operator/options.ts';
import { readSettings } from '../../../electron/core/settings/settings.ts';
import { parsePublicUrl } from '../../../electron/core/tunnel/public-url.ts';

test.for([
  ['https://hooks.example.com', 'https://hooks.example.com'],
  ['https://hooks.example.com/', 'https://hooks.example.com'],
  ['https://example.com:8443/redbooth/hooks/', 'https://example.com:8443/redbooth/hooks'],
  ['  https://EXAMPLE.com/Path ', 'https://example.com/Path'],
  ['http://127.0.0.1:8080/hooks', 'http://127.0.0.1:8080/hooks'],
  ['http://name.localhost:8080', 'http://name.localhost:8080'],
  ['http://hooks.example.com', null],
  ['https://example.com/?key=1', null],
  ['https://example.com/#top', null],
  ['https://user:word@example.com', null],
  ['https://example.com/a b', null],
  ['ftp://example.com', null],
  ['hooks.example.com', null],
  ['', null],
] as const)('the public address %j is read as %j', ([text, address]) => {
  expect(parsePublicUrl(text)).toBe(address);
});

test('--public-url and the setting take a path too', () => {
  const flags = parseFlags(['--tunnel', 'url', '--public-url', 'https://example.com/redbooth/']);
  expect(flags.ok && readOptions(flags.value)).toMatchObject({
    ok: true,
    value: { overrides: { tunnel: 'url', publicUrl: 'https://example.com/redbooth' } },
  });
  expect(readSettings({ publicUrl: 'https://example.com/redbooth/' })).toMatchObject({
    ok: true,
    value: { publicUrl: 'https://example.com/redbooth' },
  });
});

test('a public address that cannot be used is named', () => {
  const flags = parseFlags(['--tunnel', 'url', '--public-url', 'http://example.com']);
  expect(flags.ok && readOptions(flags.value)).toMatchObject({
    ok: false,
    failure: expect.stringContaining('--public-url'),
  });
  expect(readSettings({ publicUrl: 'http://example.com' })).toMatchObject({
    ok: false,
    failure: expect.stringContaining('publicUrl'),
  });
});

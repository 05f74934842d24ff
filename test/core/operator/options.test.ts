import { isAbsolute, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Flags } from '../../../electron/core/operator/flags.ts';
import { type Options, readOptions } from '../../../electron/core/operator/options.ts';

const options = (flags: Flags): Options => {
  const read = readOptions(flags);
  if (!read.ok) throw new Error(read.failure);
  return read.value;
};
const refusal = (flags: Flags): string => {
  const read = readOptions(flags);
  return read.ok ? 'taken' : read.failure;
};

describe('options', () => {
  it('are these by default', () => {
    expect(options({})).toEqual({
      dataDirectory: null,
      settingsFile: null,
      hookPort: null,
      overrides: {},
      teamTask: null,
      apiRate: 1,
      uiPort: 8766,
      isDemo: false,
      isHidden: false,
      isJson: false,
    });
  });

  it.each<[Flags, Partial<Options>]>([
    [{ 'hook-port': '8765' }, { hookPort: 8765 }],
    [{ 'ui-port': '0' }, { uiPort: 0 }],
    [{ 'no-ui': true }, { uiPort: null }],
    [
      { hidden: true, json: true, demo: true },
      { isHidden: true, isJson: true, isDemo: true },
    ],
    [{ 'catch-up': '0' }, { overrides: { catchUpSeconds: 0 } }],
    [{ 'catch-up': '60' }, { overrides: { catchUpSeconds: 60 } }],
    [{ tunnel: 'off' }, { overrides: { tunnel: 'off' } }],
    [{ tunnel: 'localtunnel' }, { overrides: { tunnel: 'localtunnel', hookSource: 'tunnel' } }],
    [{ 'tunnel-host': 'https://tunnel.example/' }, { overrides: { tunnelHost: 'https://tunnel.example' } }],
    [
      { tunnel: 'url', 'public-url': 'https://me.example' },
      { overrides: { tunnel: 'url', hookSource: 'tunnel', publicUrl: 'https://me.example' } },
    ],
    [
      { tunnel: 'url', 'public-url': 'https://me.example/hooks/' },
      { overrides: { tunnel: 'url', publicUrl: 'https://me.example/hooks' } },
    ],
    [{ redbooth: 'http://127.0.0.1:8080' }, { overrides: { redbooth: 'http://127.0.0.1:8080' } }],
    [{ 'api-rate': '0.5' }, { apiRate: 0.5 }],
    [{ 'api-rate': '100', redbooth: 'http://localhost:1' }, { apiRate: 100 }],
    [{ 'api-rate': '100', demo: true }, { apiRate: 100 }],
  ])('come from the flags: %o', (flags, part) => {
    expect(options(flags)).toMatchObject(part);
  });

  it('have absolute paths', () => {
    const { dataDirectory, settingsFile } = options({ 'data-dir': 'state', settings: resolve('settings.json') });
    expect(dataDirectory).toBe(resolve('state'));
    expect(isAbsolute(settingsFile ?? '')).toBe(true);
  });
});

describe('a malformed value', () => {
  it.each<[Flags, string]>([
    ...['0', '65536', '-1', '80.5', '1e3', '0x50', 'many', ' 80'].map((port): [Flags, string] => [
      { 'hook-port': port },
      `--hook-port takes a whole number from 1 to 65535, not “${port.trim()}”`,
    ]),
    [{ 'ui-port': '70000' }, '--ui-port takes a whole number from 0 to 65535, not “70000”'],
    [{ 'catch-up': '-1' }, '--catch-up takes a whole number from 0 to 604800, not “-1”'],
    [{ 'catch-up': '1.5' }, '--catch-up takes a whole number from 0 to 604800, not “1.5”'],
    [{ 'api-rate': '0' }, '--api-rate takes a number from 0.01 to 10000, not “0”'],
    [{ 'api-rate': 'fast' }, '--api-rate takes a number from 0.01 to 10000, not “fast”'],
    [{ 'api-rate': '2' }, '--api-rate above 1 is only for a --redbooth on this machine'],
    [
      { 'api-rate': '2', redbooth: 'https://redbooth.com' },
      '--api-rate above 1 is only for a --redbooth on this machine',
    ],
    [{ tunnel: 'ngrok' }, '--tunnel takes localtunnel, url or off, not “ngrok”'],
    [{ tunnel: 'url' }, '--tunnel url needs --public-url URL'],
    [
      { redbooth: 'http://redbooth.com' },
      '--redbooth takes an https address (http only on this machine), not “http://redbooth.com”',
    ],
    [{ redbooth: 'redbooth.com' }, '--redbooth takes an https address (http only on this machine), not “redbooth.com”'],
    [{ 'tunnel-host': 'ftp://x' }, '--tunnel-host takes an https address (http only on this machine), not “ftp://x”'],
    [
      { 'public-url': 'https://x/path?y=1' },
      '--public-url takes an https address (http only on this machine), not “https://x/path?y=1”',
    ],
  ])('is refused with one line that names the flag: %o', (flags, message) => {
    expect(refusal(flags)).toBe(message);
  });

  it('is quoted on one line, and not at any length', () => {
    const message = refusal({ tunnel: `a\nb${'c'.repeat(5_000)}` });
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(200);
  });
});

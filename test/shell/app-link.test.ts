import { expect, it } from 'vitest';
import { beforeLinks, findAppLink, readAppLink } from '../../electron/shell/app-link.ts';
import { createMemoryLog } from './memory-log.ts';

it.each([
  ['redbooth-notifier://open', 'open'],
  ['redbooth-notifier://open/', 'open'],
  ['redbooth-notifier://settings', 'settings'],
  ['redbooth-notifier://settings/', 'settings'],
])('%s asks for %s', (address, expected) => {
  expect(readAppLink(address)).toBe(expected);
});

const hostile = [
  'redbooth-notifier://',
  'redbooth-notifier:open',
  'redbooth-notifier:///open',
  'redbooth-notifier://Open',
  'REDBOOTH-NOTIFIER://open',
  'redbooth-notifier://open?id=7',
  'redbooth-notifier://open#settings',
  'redbooth-notifier://open/..',
  'redbooth-notifier://open//',
  'redbooth-notifier://open/https://evil.example',
  'redbooth-notifier://open:80',
  'redbooth-notifier://user:secret@open',
  'redbooth-notifier://settings/../open',
  'redbooth-notifier://settings?redbooth=https://evil.example',
  'redbooth-notifier://settings%2F',
  'redbooth-notifier://%6Fpen',
  'redbooth-notifier://open%00',
  'redbooth-notifier://open\n--data-dir=/tmp/evil',
  'redbooth-notifier://open --data-dir=/tmp/evil',
  'redbooth-notifier://open" --no-sandbox --redbooth "https://evil.example',
  'redbooth-notifier://quit',
  'redbooth-notifier://constructor',
  'redbooth-notifier://__proto__',
  'redbooth-notifier://oauth/callback?code=0123456789abcdef',
  `redbooth-notifier://${'a'.repeat(100_000)}`,
  ' redbooth-notifier://open',
  'redbooth-notifier://open ',
  'redbooth-notifier://оpen',
] as const;

it.each(hostile.map((address) => [address.slice(0, 80), address]))('%j asks for nothing', (_shown, address) => {
  expect(readAppLink(address)).toBeNull();
});

it('logs that a link was ignored, and nothing of what it says', () => {
  const log = createMemoryLog();
  expect(findAppLink(['app', 'redbooth-notifier://oauth/callback?code=0123456789abcdef'], log)).toBe('ignored');
  expect(log.lines).toHaveLength(1);
  expect(log.lines.join()).not.toMatch(/code|callback|0123/);
});

it.each<[readonly string[], string]>([
  [['app'], 'no-link'],
  [['app', '--hidden', '--data-dir', '/state'], 'no-link'],
  [['app', '--', 'redbooth-notifier://settings'], 'settings'],
  [['app', '--allow-file-access-from-files', 'redbooth-notifier://open', '/checkout'], 'open'],
  [['app', 'redbooth-notifier://evil', 'redbooth-notifier://open'], 'ignored'],
])('a start with %j asks for %s', (commandLine, expected) => {
  expect(findAppLink(commandLine, createMemoryLog())).toBe(expected);
});

it.each<[readonly string[], readonly string[]]>([
  [['--hidden'], ['--hidden']],
  [['--hidden', '--', 'redbooth-notifier://open', '--redbooth', 'https://evil.example'], ['--hidden']],
  [['--'], []],
])('of %j the flags are %j: what comes with a link is none', (commandLine, expected) => {
  expect(beforeLinks(commandLine)).toEqual(expected);
});

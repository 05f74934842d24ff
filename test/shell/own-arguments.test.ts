import { expect, it } from 'vitest';
import { ownArguments } from '../../electron/shell/own-arguments.ts';

it.each([
  [['electron', '.', '--demo'], false, ['--demo']],
  [['electron', '--no-sandbox', '/work/app', '--data-dir', '/state'], false, ['--data-dir', '/state']],
  [['electron', '-r', '/loader.js', '--inspect=0', '.', '--json'], false, ['--json']],
  [['electron', '--require', '/loader.js', '.'], false, []],
  [['electron', '--no-sandbox'], false, []],
  [['/opt/redbooth-notifier', '--hidden', 'redbooth-notifier://x'], true, ['--hidden', 'redbooth-notifier://x']],
])('of %j, packaged: %s, the app’s own part is %j', (commandLine, isPackaged, expected) => {
  expect(ownArguments(commandLine, isPackaged)).toEqual(expected);
});

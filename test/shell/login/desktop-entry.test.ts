import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  programOf,
  readDesktopEntry,
  writeDesktopEntry,
  writeExec,
} from '../../../electron/shell/login/desktop-entry.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';

// The right-hand sides are what the specification asks for, before the escaping that every value gets.
it.each<[readonly string[], string]>([
  [['/usr/bin/app', '--hidden'], '/usr/bin/app --hidden'],
  [['/opt/Redbooth Notifier/app'], '"/opt/Redbooth Notifier/app"'],
  [['/a/100%'], '/a/100%%'],
  [['/a"b'], '"/a\\"b"'],
  [['/a$HOME`id`'], '"/a\\$HOME\\`id\\`"'],
  [['/a\\b'], '"/a\\\\b"'],
  [['/a', ''], '/a ""'],
  [['/a;b', 'c&d', "e'f", '(g)', '~h', '*'], `"/a;b" "c&d" "e'f" "(g)" "~h" "*"`],
  [['/bücher/app'], '"/bücher/app"'],
])('the command %j is written %s, and its program found again', (command, expected) => {
  const exec = writeExec(command);
  expect(exec).toBe(expected);
  expect(programOf(exec)).toBe(command[0]);
});

it('escapes every value, so that a backslash of a path is four in the file', () => {
  expect(writeDesktopEntry({ Exec: writeExec(['/a\\b']) })).toBe('[Desktop Entry]\nExec="/a\\\\\\\\b"\n');
});

it.each(['plain', 'back\\slash', 'two\nlines', 'tab\there', '\\n is not a line', 'Exec=x'])(
  '%j is read as it was written',
  (value) => {
    expect(readDesktopEntry(writeDesktopEntry({ Comment: value })).get('Comment')).toBe(value);
  },
);

it('reads the main group only, and not what is commented out', () => {
  const text = '# Hidden=true\n[Desktop Entry]\nName = App\nName=Second\n[Desktop Action x]\nHidden=true\n';
  expect([...readDesktopEntry(text)]).toEqual([['Name', 'App']]);
});

it('cannot be made to say more than one value by a path with a line break', () => {
  const text = writeDesktopEntry({ Type: 'Application', Exec: writeExec(['/a\nHidden=true']) });
  expect([...readDesktopEntry(text).keys()]).toEqual(['Type', 'Exec']);
});

const hasDesktopTool = spawnSync('gio', ['help', 'launch']).status === 0;
if (!hasDesktopTool) console.log('skipped in part: no gio that starts desktop entries');

it.skipIf(!hasDesktopTool)('starts the very command, by what desktops start it with', async () => {
  const directory = join(temporaryDirectory(), 'Red “booth” $HOME `id` a\\b; (x) & y');
  mkdirSync(directory);
  const program = join(directory, 'app');
  writeFileSync(
    program,
    `#!/bin/sh\nprintf '%s\\n' "$@" > "$(dirname "$0")/unfinished"\nmv "$(dirname "$0")/unfinished" "$(dirname "$0")/given"\n`,
  );
  chmodSync(program, 0o755);
  const given = ['--hidden', '--data-dir', `it's "my" $state\\`, '%u', 'ü'];
  const entry = join(directory, 'a.desktop');
  writeFileSync(entry, writeDesktopEntry({ Type: 'Application', Name: 'App', Exec: writeExec([program, ...given]) }));
  execFileSync('gio', ['launch', entry]);
  const said = join(directory, 'given');
  while (!existsSync(said)) await new Promise((resolve) => setImmediate(resolve));
  expect(readFileSync(said, 'utf8').split('\n').slice(0, -1)).toEqual(given);
});

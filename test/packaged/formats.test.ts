import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { temporaryDirectory } from '../fakes/directory.ts';
import { hasProgram } from './package-tools.ts';

const packed = inject('packed');
const deb = packed?.deb ?? '';
const rpm = packed?.rpm ?? '';
const appImage = packed?.appImage ?? '';
const installed = '/opt/Redbooth Notifier';

const read = (program: string, ...given: readonly string[]): string =>
  execFileSync(program, given, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

/** The entries of the main group of a desktop file. */
const desktopEntries = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

const checkDesktopFile = (text: string, exec: string): void => {
  expect(text.startsWith('[Desktop Entry]\n')).toBe(true);
  expect(Object.fromEntries(desktopEntries(text))).toMatchObject({
    Type: 'Application',
    Name: 'Redbooth Notifier',
    Exec: exec,
    Icon: 'redbooth-notifier',
    Terminal: 'false',
    // What Electron calls its windows, so that the panel finds the icon (desktopName of package.json).
    StartupWMClass: 'redbooth-notifier',
    MimeType: 'x-scheme-handler/redbooth-notifier;',
    Categories: 'Office;ProjectManagement;',
    Comment: expect.stringMatching(/^Native notifications/),
    Keywords: expect.stringMatching(/;$/),
  });
};

/** What desktops themselves think of it, where their checker is to be had. */
const validate = (path: string): void => {
  if (!hasProgram('desktop-file-validate')) return console.log('skipped in part: no desktop-file-validate here');
  expect(read('desktop-file-validate', path)).toBe('');
};

const sizes = [16, 24, 32, 48, 64, 128, 256, 512];
const iconPaths = sizes.map((size) => `usr/share/icons/hicolor/${size}x${size}/apps/redbooth-notifier.png`);

const programs = ['redbooth-notifier', 'chrome-sandbox', 'chrome_crashpad_handler'];
const checkTree = (root: string, format: string): void => {
  for (const path of iconPaths) expect(existsSync(join(root, path)), path).toBe(true);
  const app = join(root, installed);
  for (const program of programs) expect(lstatSync(join(app, program)).mode & 0o777, program).toBe(0o755);
  expect(readFileSync(join(app, 'resources', 'package-type'), 'utf8')).toBe(format);
  const original = readFileSync(join(packed?.resources ?? '', 'app.asar'));
  expect(readFileSync(join(app, 'resources', 'app.asar')).equals(original)).toBe(true);
  const entry = join(root, 'usr/share/applications/redbooth-notifier.desktop');
  checkDesktopFile(readFileSync(entry, 'utf8'), `"${installed}/redbooth-notifier" -- %U`);
  validate(entry);
};

describe.skipIf(deb === '')('the deb', () => {
  it('names what it is, and what it needs of Debian and Ubuntu', () => {
    const field = (name: string): string => read('dpkg-deb', '--field', deb, name).trim();
    expect(field('Package')).toBe('redbooth-notifier');
    expect(field('Section')).toBe('utils');
    expect(field('Maintainer')).toBe('Redbooth Notifier contributors');
    expect(field('Description').split('\n')[0]).toBe('Native notifications for Redbooth tasks');
    for (const library of ['libgtk-3-0', 'libnotify4', 'libsecret-1-0', 'libnss3', 'libgbm1', 'libasound2'])
      expect(field('Depends').split(', ')).toContain(library);
    expect(field('Recommends')).toContain('notification-daemon');
  });

  it('has the app, its icons and its menu entry', () => {
    const root = temporaryDirectory();
    read('dpkg-deb', '--extract', deb, root);
    checkTree(root, 'deb');
  });
});

describe.skipIf(rpm === '')('the rpm', () => {
  it('names what it is, and what it needs of Fedora and openSUSE', () => {
    const query = (format: string): string => read('rpm', '-qp', '--queryformat', format, rpm);
    expect(query('%{NAME} %{LICENSE} %{VENDOR}')).toBe('redbooth-notifier MIT Redbooth Notifier');
    expect(query('%{SUMMARY}')).toBe('Native notifications for Redbooth tasks');
    const needed = read('rpm', '-qpR', rpm).split('\n');
    expect(needed).toEqual(expect.arrayContaining(['gtk3', 'libnotify', '(libsecret or libsecret-1-0)']));
  });

  it('has the app, its icons and its menu entry', () => {
    const root = temporaryDirectory();
    const archive = `${rpm}.tar`;
    onTestFinished(() => void execFileSync('rm', ['-f', archive]));
    read('rpm2archive', '--nocompression', rpm);
    read('tar', '-xf', archive, '-C', root);
    checkTree(root, 'rpm');
  });
});

describe.skipIf(appImage === '')('the AppImage', () => {
  /** Where the file system begins in it: behind the runtime, whatever its length. */
  const unpack = (): string => {
    const root = join(temporaryDirectory(), 'root');
    const offset = readFileSync(appImage).indexOf('hsqs');
    read('unsquashfs', '-quiet', '-no-progress', '-offset', String(offset), '-dest', root, appImage);
    return root;
  };

  it('has the app, its icons and its menu entry, and leaves updates to the app', () => {
    const root = unpack();
    for (const path of iconPaths) expect(existsSync(join(root, path)), path).toBe(true);
    expect(readlinkSync(join(root, '.DirIcon'))).toBe(iconPaths.at(-1));
    // A package manager’s mark would switch them off.
    const resources = ['LICENSE.txt', 'app-update.yml', 'app.asar', 'sounds'];
    expect(readdirSync(join(root, 'resources')).toSorted()).toEqual(resources);
    expect(readdirSync(join(root, 'resources/sounds')).toSorted()).toEqual(['chime.wav', 'drop.wav', 'knock.wav']);
    const entry = join(root, 'redbooth-notifier.desktop');
    checkDesktopFile(readFileSync(entry, 'utf8'), 'AppRun -- %U');
    validate(entry);
  });

  it('gives what it is started with to the app', () => {
    const root = unpack();
    writeFileSync(join(root, 'redbooth-notifier'), '#!/bin/sh\nprintf "%s\\n" "$@" > "$0.given"\n');
    execFileSync(join(root, 'AppRun'), ['--hidden', '--', 'redbooth-notifier://open'], { stdio: 'ignore' });
    const given = readFileSync(join(root, 'redbooth-notifier.given'), 'utf8').trim().split('\n');
    expect(given.filter((argument) => argument !== '--no-sandbox')).toEqual([
      '--hidden',
      '--',
      'redbooth-notifier://open',
    ]);
  });
});

describe.skipIf(appImage === '')('the list of what is released', () => {
  it('names each package with its size and digest, for updates', () => {
    const list = readFileSync(join(dirname(appImage), 'latest-linux.yml'), 'utf8');
    for (const path of [appImage, deb, rpm].filter((made) => made !== '')) {
      expect(list).toContain(`url: ${basename(path)}`);
      expect(list).toContain(`size: ${lstatSync(path).size}`);
      expect(list).toContain(createHash('sha512').update(readFileSync(path)).digest('base64'));
    }
  });

  it('has names without spaces, with the processor in them', () => {
    for (const path of [appImage, deb, rpm].filter((made) => made !== ''))
      expect(basename(path)).toMatch(
        /^redbooth-notifier-\d+\.\d+\.\d+(-[\w.]+)?-linux-(amd64|arm64|x86_64|aarch64)\.(deb|rpm|AppImage)$/,
      );
  });
});

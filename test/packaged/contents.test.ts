import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readAsar } from './asar.ts';
import { fuseNames, readFuses } from '../../scripts/fuses.ts';
import type { Packed } from './set-up.ts';

const packed = inject('packed');

/** All that may be in the archive; a new kind of file is added here on purpose or not at all. */
const allowed: readonly RegExp[] = [
  /^package\.json$/,
  /^dist\/main\.cjs$/,
  /^dist\/main-[\w.-]+\.cjs$/,
  /^dist\/preload\.cjs$/,
  /^dist\/licences-(main|preload)\.md$/,
  /^dist\/renderer\/(index\.html|licences\.md)$/,
  /^dist\/renderer\/assets\/[\w.-]+-[\w-]{8}\.(js|css|svg|woff2)$/,
  ...{
    linux: [
      /^assets\/icons\/tray-[a-z]+-(tile|light|dark)-(32|64)\.png$/,
      /^assets\/icons\/(app-128|notification)\.png$/,
    ],
    win32: [/^assets\/icons\/tray-[a-z]+-on-(light|dark)(@[\d.]+x)?\.png$/],
    darwin: [/^assets\/icons\/tray-[a-z]+Template(@[23]x)?\.png$/],
  }[process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'],
];

/** The files under a folder, by their path in it. */
const filesIn = (folder: string, parent = ''): readonly string[] =>
  readdirSync(join(folder, parent), { withFileTypes: true }).flatMap((entry) => {
    const path = join(parent, entry.name);
    return entry.isDirectory() ? filesIn(folder, path) : [path];
  });

describe.skipIf(packed === null)('the packed app', () => {
  const app: Packed = packed ?? {
    directory: '',
    resources: '',
    executable: '',
    electronDist: '',
    electronVersion: '',
    deb: null,
    rpm: null,
    appImage: null,
  };
  const archive = packed === null ? [] : readAsar(join(app.resources, 'app.asar'));

  it('holds what it needs and nothing else', () => {
    const strangers = archive.map(({ path }) => path).filter((path) => !allowed.some((pattern) => pattern.test(path)));
    expect(strangers).toEqual([]);
    const needed = [
      'package.json',
      'dist/main.cjs',
      'dist/preload.cjs',
      'dist/renderer/index.html',
      'dist/licences-main.md',
    ];
    expect(archive.map(({ path }) => path)).toEqual(expect.arrayContaining(needed));
  });

  it('has every icon of the tray that this system shows', () => {
    const drawn = readdirSync(join(import.meta.dirname, '../../assets/icons')).map((name) => `assets/icons/${name}`);
    const wanted = drawn.filter((path) => allowed.some((pattern) => pattern.test(path)));
    const icons = archive.map(({ path }) => path).filter((path) => path.startsWith('assets/'));
    expect(icons.toSorted()).toEqual(wanted.toSorted());
  });

  it('has the pretend Redbooth of the demo once, and the headless host not at all', () => {
    const scripts = archive.filter(({ path }) => path.endsWith('.cjs')).map(({ content }) => content.toString());
    // A task of its team.
    expect(scripts.join('').split('Alt texts for the gallery')).toHaveLength(2);
    expect(archive.filter(({ path }) => path.includes('headless'))).toEqual([]);
  });

  it('says nothing of what it was built with', () => {
    const manifest: unknown = JSON.parse(String(archive.find(({ path }) => path === 'package.json')?.content));
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(manifest).not.toHaveProperty('scripts');
  });

  it('has no part unpacked, and each is what the archive’s digests say', () => {
    expect(archive.filter(({ isUnpacked }) => isUnpacked)).toEqual([]);
    expect(archive.filter(({ isIntact }) => !isIntact).map(({ path }) => path)).toEqual([]);
  });

  it('has no native addon of its own', () => {
    expect(filesIn(app.directory).filter((path) => path.endsWith('.node'))).toEqual([]);
  });

  it('brings its licence and those of all that is in it', () => {
    expect(readFileSync(join(app.resources, 'LICENSE.txt'), 'utf8')).toContain('MIT License');
    const licences = String(archive.find(({ path }) => path === 'dist/licences-main.md')?.content);
    for (const library of ['valibot', 'electron-store', 'electron-log']) expect(licences).toContain(`## ${library} - `);
    const ofPage = String(archive.find(({ path }) => path === 'dist/renderer/licences.md')?.content);
    for (const library of ['preact', 'lucide', '@tanstack/virtual-core']) expect(ofPage).toContain(`## ${library} - `);
  });

  it.skipIf(process.platform !== 'linux')('adds at most 12 MB to Electron', () => {
    const own = new Set(filesIn(app.electronDist));
    const added = filesIn(app.directory).filter((path) => !own.has(path) && path !== 'redbooth-notifier');
    const size = added.reduce((total, path) => total + lstatSync(join(app.directory, path)).size, 0);
    expect(size).toBeLessThan(12_000_000);
    console.log(`The app adds ${(size / 1e6).toFixed(1)} MB in ${added.length} files to Electron.`);
  });

  it.skipIf(process.platform !== 'darwin')(
    'tells macOS of its links, its archive’s digest, and that it lives in the menu bar',
    () => {
      const list = readFileSync(join(app.directory, 'Info.plist'), 'utf8');
      for (const said of [
        '<string>redbooth-notifier</string>',
        '<key>ElectronAsarIntegrity</key>',
        '<key>LSUIElement</key>',
      ])
        expect(list).toContain(said);
    },
  );

  it('has the fuses set', () => {
    const executable =
      process.platform === 'darwin'
        ? join(app.directory, 'Frameworks/Electron Framework.framework/Versions/A/Electron Framework')
        : app.executable;
    const wanted: Readonly<Record<(typeof fuseNames)[number], boolean>> = {
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    };
    const set = readFuses(readFileSync(executable));
    expect(wanted).toMatchObject(set);
    // The last one came with Electron 29, all others are in the oldest that the tests meet.
    const isComplete = Number(app.electronVersion.split('.')[0]) >= 29;
    expect(Object.keys(set)).toEqual(isComplete ? fuseNames : fuseNames.slice(0, -1));
  });
});

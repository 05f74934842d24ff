import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findElectron } from '../../scripts/find-electron.ts';
import { temporaryDirectory } from '../fakes/directory.ts';

const createPackage = () => {
  const packageDirectory = temporaryDirectory();
  const executable = join(packageDirectory, 'dist', 'electron');
  mkdirSync(join(packageDirectory, 'dist'));
  writeFileSync(join(packageDirectory, 'path.txt'), 'electron');
  writeFileSync(executable, '');
  return { packageDirectory, executable };
};

it('finds what the package has downloaded', () => {
  const { packageDirectory, executable } = createPackage();
  expect(findElectron({ packageDirectory, platform: 'linux', env: {} })).toBe(executable);
});

it.each(['path.txt', join('dist', 'electron')])('finds none that lacks %s', (part) => {
  const { packageDirectory } = createPackage();
  rmSync(join(packageDirectory, part));
  expect(findElectron({ packageDirectory, platform: 'linux', env: {} })).toBeNull();
});

it.each<[NodeJS.Platform, string]>([
  ['linux', 'electron'],
  ['win32', 'electron.exe'],
  ['darwin', join('Electron.app', 'Contents', 'MacOS', 'Electron')],
])('on %s finds %s where ELECTRON_OVERRIDE_DIST_PATH points, downloaded or not', (platform, name) => {
  const own = temporaryDirectory();
  mkdirSync(join(own, name, '..'), { recursive: true });
  writeFileSync(join(own, name), '');
  const env = { ELECTRON_OVERRIDE_DIST_PATH: own };
  expect(findElectron({ packageDirectory: temporaryDirectory(), platform, env })).toBe(join(own, name));
});

it('finds none where ELECTRON_OVERRIDE_DIST_PATH points at nothing, though one was downloaded', () => {
  const { packageDirectory } = createPackage();
  const env = { ELECTRON_OVERRIDE_DIST_PATH: temporaryDirectory() };
  expect(findElectron({ packageDirectory, platform: 'linux', env })).toBeNull();
});

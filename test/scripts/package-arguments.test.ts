import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findElectronDist, packageArguments, packageEnvironment } from '../../scripts/package-arguments.ts';
import { temporaryDirectory } from '../fakes/directory.ts';

/** A project, with an Electron in its packages if wanted. */
const project = (hasElectron = false): string => {
  const root = temporaryDirectory();
  const dist = join(root, 'node_modules', 'electron', 'dist');
  mkdirSync(dist, { recursive: true });
  if (hasElectron) writeFileSync(join(dist, 'version'), '45.4.1');
  return root;
};
const unpackedElectron = (): string => {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'version'), '45.4.1');
  return folder;
};

describe('an unpacked Electron', () => {
  it('is the one that ELECTRON_DIST names, before the one that was fetched', () => {
    const named = unpackedElectron();
    const root = project(true);
    expect(findElectronDist({ root, env: { ELECTRON_DIST: named } })).toBe(named);
    expect(findElectronDist({ root, env: {} })).toBe(join(root, 'node_modules', 'electron', 'dist'));
  });

  it('is none where none lies unpacked', () => {
    expect(findElectronDist({ root: project(), env: { ELECTRON_DIST: temporaryDirectory() } })).toBeNull();
  });
});

describe('the arguments for electron-builder', () => {
  const given = (
    flags: readonly string[],
    env: NodeJS.ProcessEnv,
    platform: NodeJS.Platform = 'linux',
  ): readonly string[] => packageArguments(flags, { root: project(), env, platform });

  it('take an unpacked Electron for --dir alone: installers are for other processors too', () => {
    const dist = unpackedElectron();
    expect(given(['--dir'], { ELECTRON_DIST: dist })).toContain(`-c.electronDist=${dist}`);
    expect(given([], { ELECTRON_DIST: dist }).join(' ')).not.toContain('electronDist');
  });

  it('publish nothing by themselves', () => {
    expect(given(['--dir'], {}).join(' ')).toContain('--publish never');
  });

  it('name the repository that releases, where one runs the build', () => {
    expect(given([], { GITHUB_REPOSITORY: 'team/redbooth-notifier' })).toEqual(
      expect.arrayContaining([
        '-c.extraMetadata.homepage=https://github.com/team/redbooth-notifier',
        '-c.publish.provider=github',
        '-c.publish.owner=team',
        '-c.publish.repo=redbooth-notifier',
      ]),
    );
  });

  it.each([undefined, '', 'no-slash', 'a/b/c', 'a/b --evil'])('name none for %j', (repository) => {
    const words = given([], repository === undefined ? {} : { GITHUB_REPOSITORY: repository }).join(' ');
    expect(words).not.toContain('publish.');
    expect(words).toContain('homepage=https://redbooth-notifier.invalid');
  });

  it.each([
    ['darwin', { CSC_LINK: 'certificate' }, true],
    ['darwin', { WIN_CSC_LINK: 'certificate' }, false],
    ['darwin', { CSC_LINK: '' }, false],
    ['win32', { WIN_CSC_LINK: 'certificate' }, true],
    ['win32', {}, false],
    ['linux', { CSC_LINK: 'certificate' }, false],
  ] as const)('on %s with %j insist on a signature: %j', (platform, env, isForced) => {
    expect(given([], env, platform).includes('-c.forceCodeSigning=true')).toBe(isForced);
  });
});

it('a secret that is not there is not handed on as an empty one', () => {
  expect(packageEnvironment({ CSC_LINK: '', APPLE_ID: 'somebody' })).toEqual({ APPLE_ID: 'somebody' });
});

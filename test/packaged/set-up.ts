import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { findElectronDist, packageArguments } from '../../scripts/package-arguments.ts';
import { missingFuses, withoutFuses } from '../../scripts/package-configuration.ts';
import { hasProgram, standInTools } from './package-tools.ts';

/** What was packed, once for all tests of the project. */
export type Packed = {
  /** The unpacked Electron it was made from, and its version. */
  readonly electronDist: string;
  readonly electronVersion: string;
  /** The app, unpacked. */
  readonly directory: string;
  readonly resources: string;
  readonly executable: string;
  /** Each null where it was not made here. */
  readonly deb: string | null;
  readonly rpm: string | null;
  readonly appImage: string | null;
};

declare module 'vitest' {
  interface ProvidedContext {
    packed: Packed | null;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the system keeps the executable and the resources in an unpacked app. */
const layout = (platform: NodeJS.Platform, output: string) => {
  if (platform === 'darwin') {
    const folder = readdirSync(output).find((name) => name.startsWith('mac')) ?? '';
    const contents = join(output, folder, 'Redbooth Notifier.app', 'Contents');
    return {
      directory: contents,
      resources: join(contents, 'Resources'),
      executable: join(contents, 'MacOS', 'Redbooth Notifier'),
    };
  }
  const folder = readdirSync(output).find((name) => name.endsWith('-unpacked')) ?? '';
  const directory = join(output, folder);
  const name = platform === 'win32' ? 'Redbooth Notifier.exe' : 'redbooth-notifier';
  return { directory, resources: join(directory, 'resources'), executable: join(directory, name) };
};

/** Which formats can be made here, and why not the others. */
const formats = (): readonly string[] => {
  if (process.platform !== 'linux') return [];
  const needs = { deb: 'dpkg-deb', rpm: 'rpmbuild', AppImage: 'mksquashfs' };
  return Object.entries(needs).flatMap(([format, program]) => {
    if (hasProgram(program)) return [format];
    console.log(`skipped: ${format}, as there is no ${program} here`);
    return [];
  });
};

export default (project: TestProject): (() => void) => {
  const electronDist = findElectronDist({ root, env: process.env });
  if (electronDist === null) {
    console.log(
      'skipped: no unpacked Electron to pack with (npx install-electron fetches one, ELECTRON_DIST names one)',
    );
    project.provide('packed', null);
    return () => undefined;
  }
  const work = mkdtempSync(join(tmpdir(), 'packaged-'));
  const output = join(work, 'release');
  const config = join(work, 'electron-builder.yml');
  const missing = missingFuses(electronDist, process.platform);
  writeFileSync(config, withoutFuses(readFileSync(join(root, 'electron-builder.yml'), 'utf8'), missing));
  const wanted = formats();
  mkdirSync(join(work, 'tools'));
  // Where electron-builder may download its own tools, those are what is tested.
  const tools = process.env['PACKAGE_TOOLS'] === 'download' ? {} : standInTools(join(work, 'tools'));
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const run = (target: readonly string[], env: NodeJS.ProcessEnv): void => {
    const given = packageArguments(['--config', config, `-c.directories.output=${output}`, ...target], {
      root,
      env: { ...env, ELECTRON_DIST: electronDist },
      platform: process.platform,
    });
    const { status, stdout, stderr } = spawnSync(process.execPath, [builder, ...given], {
      cwd: root,
      env: { ...process.env, ...tools },
      encoding: 'utf8',
    });
    if (status === 0) return;
    rmSync(work, { recursive: true, force: true });
    throw new Error(`electron-builder failed:\n${stdout}\n${stderr}`);
  };
  run(['--dir'], {});
  const built = layout(process.platform, output);
  if (wanted.length > 0)
    run(['--prepackaged', built.directory, '--linux', ...wanted], { GITHUB_REPOSITORY: 'somebody/somewhere' });
  const made = readdirSync(output);
  const find = (ending: string): string | null => {
    const name = made.find((file) => file.endsWith(ending));
    return name === undefined ? null : join(output, name);
  };
  project.provide('packed', {
    ...built,
    electronDist,
    electronVersion: readFileSync(join(electronDist, 'version'), 'utf8').trim().replace(/^v/, ''),
    deb: find('.deb'),
    rpm: find('.rpm'),
    appImage: find('.AppImage'),
  });
  return () => rmSync(work, { recursive: true, force: true });
};

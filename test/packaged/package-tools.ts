import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether a program is on the PATH. */
export const hasProgram = (name: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const writeProgram = (path: string, lines: readonly string[]): void => {
  writeFileSync(path, `${lines.join('\n')}\n`);
  chmodSync(path, 0o755);
};

/**
 * Tools in place of those that electron-builder downloads, in `folder`; gives the environment that names them. An AppImage
 * made with them begins with a script where the runtime is: it can be looked into, and not be started on other machines.
 */
export const standInTools = (folder: string): NodeJS.ProcessEnv => {
  const fpm = join(folder, 'fpm');
  const appImage = join(folder, 'appimage');
  mkdirSync(join(appImage, 'runtimes'), { recursive: true });
  mkdirSync(join(appImage, 'lib', 'x64'), { recursive: true });
  mkdirSync(join(appImage, 'lib', 'arm64'), { recursive: true });
  const program = fileURLToPath(new URL('fpm.ts', import.meta.url));
  writeProgram(fpm, ['#!/bin/sh', `exec '${process.execPath}' '${program}' "$@"`]);
  // Uncompressed, as it is looked at once.
  writeProgram(join(appImage, 'mksquashfs'), ['#!/bin/sh', 'exec mksquashfs "$@" -noI -noD -noF -noX -processors 2']);
  writeProgram(join(appImage, 'desktop-file-validate'), ['#!/bin/sh', 'exec desktop-file-validate "$@"']);
  for (const processor of ['x64', 'arm64'])
    writeProgram(join(appImage, 'runtimes', `runtime-${processor}`), [
      '#!/bin/sh',
      'echo "This AppImage has no runtime." >&2',
      'exit 1',
    ]);
  return { CUSTOM_FPM_PATH: fpm, APPIMAGE_TOOLS_PATH: appImage, FPM_WORK: folder };
};

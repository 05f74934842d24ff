import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fuseNames, readFuses } from './fuses.ts';

/** The file in which an unpacked Electron has its fuses. */
export const fileWithFuses = (electronDist: string, platform: NodeJS.Platform): string => {
  if (platform === 'win32') return join(electronDist, 'electron.exe');
  if (platform !== 'darwin') return join(electronDist, 'electron');
  return join(
    electronDist,
    'Electron.app/Contents/Frameworks/Electron Framework.framework/Versions/A/Electron Framework',
  );
};

/** The fuses that an unpacked Electron has not: those that came after it. */
export const missingFuses = (electronDist: string, platform: NodeJS.Platform): readonly string[] => {
  const there = readFuses(readFileSync(fileWithFuses(electronDist, platform)));
  return fuseNames.filter((name) => !Object.hasOwn(there, name));
};

/** The text of electron-builder.yml without some fuses: electron-builder stops at one that the Electron at hand has not. */
export const withoutFuses = (configuration: string, names: readonly string[]): string =>
  configuration
    .split('\n')
    .filter((line) => !names.some((name) => line.startsWith(`  ${name}:`)))
    .join('\n');

import { join } from 'node:path';
import type { Clock } from '../electron/core/clock.ts';
import { type Result, fail, succeed } from '../electron/contract/result.ts';
import { downloadElectron } from './download-electron.ts';
import { hasDisplay } from './find-display.ts';
import { findElectron } from './find-electron.ts';
import type { HostCommand } from './run-host.ts';
import type { StopRequest } from './stop-request.ts';

export type DesktopSearch = {
  /** The project's directory. */
  readonly root: string;
  readonly flags: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  readonly downloadLimit: number;
  readonly say: (sentence: string) => void;
  readonly stop: StopRequest;
  readonly clock: Clock;
};

/** How to run the desktop app here, or why it cannot run, as the beginning of a sentence. */
export const findDesktopCommand = async (search: DesktopSearch): Promise<Result<HostCommand, string>> => {
  const { root, flags, platform, env, isRoot, downloadLimit, say, stop, clock } = search;
  if (!hasDisplay(platform, env)) return fail('No display here');
  const place = { packageDirectory: join(root, 'node_modules', 'electron'), platform, env };
  let electron = findElectron(place);
  if (electron === null) {
    if (env['ELECTRON_OVERRIDE_DIST_PATH'])
      return fail('There is no Electron where ELECTRON_OVERRIDE_DIST_PATH points');
    const failure = await downloadElectron({ ...place, clock, stop, limit: downloadLimit, say });
    if (failure !== null) return fail(failure);
    electron = findElectron(place);
    if (electron === null) return fail('Electron could not be unpacked');
  }
  const switches: string[] = [];
  if (isRoot && platform === 'linux') {
    say('Running as root, where Chromium’s sandbox cannot work: starting with --no-sandbox.');
    switches.push('--no-sandbox');
  }
  return succeed({ command: electron, args: [...switches, root, ...flags], env });
};

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../electron/core/clock.ts';
import type { StopRequest } from './stop-request.ts';

export type ElectronDownload = {
  readonly packageDirectory: string;
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly stop: StopRequest;
  /** How long it may take, in ms. */
  readonly limit: number;
  readonly say: (sentence: string) => void;
};

const progressInterval = 10_000;

/**
 * Runs the electron package's own installer, since packages' install scripts do not run here. Gives null when it has
 * done its work, or why it has not, as the beginning of a sentence.
 */
export const downloadElectron = (download: ElectronDownload): Promise<string | null> => {
  const { packageDirectory, env, clock, stop, limit, say } = download;
  const installer = join(packageDirectory, 'install.js');
  if (!existsSync(installer)) return Promise.resolve('Electron is not installed here');
  return new Promise((resolve) => {
    const started = clock.now();
    const seconds = (): number => Math.round((clock.now() - started) / 1000);
    say('Downloading Electron, about 120 MB, this one time.');
    const child = spawn(process.execPath, [installer], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let trouble = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      trouble = (trouble + text).slice(0, 4000);
    });
    const tellProgress = (): void => {
      say(`Still downloading Electron (${seconds()} s).`);
      cancelProgress = clock.schedule(progressInterval, tellProgress);
    };
    let cancelProgress = clock.schedule(progressInterval, tellProgress);
    let isLate = false;
    const cancelLimit = clock.schedule(limit, () => {
      isLate = true;
      child.kill('SIGKILL');
    });
    const unsubscribe = stop.subscribe(() => child.kill('SIGKILL'));
    const finish = (failure: string | null): void => {
      cancelProgress();
      cancelLimit();
      unsubscribe();
      resolve(failure);
    };
    child.once('error', (error) => finish(`Electron could not be downloaded (${error.message})`));
    child.once('close', (code) => {
      if (isLate) finish(`Electron could not be downloaded within ${Math.round(limit / 1000)} s`);
      else if (code === 0) finish(null);
      else finish(`Electron could not be downloaded${causeIn(trouble)}`);
    });
  });
};

/** The message of the error that the installer prints, without its stack and place. */
const causeIn = (trouble: string): string => {
  const message = /^\s*(?:\w*Error(?: \[\w+\])?): (.+)$/m.exec(trouble)?.[1] ?? trouble.trim().split('\n')[0];
  return message ? ` (${message.trim().replace(/\.$/, '')})` : '';
};

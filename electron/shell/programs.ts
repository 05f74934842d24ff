import { execFile, spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is asked of another program is little; one that hangs must not be waited for. */
const timeLimit = 3_000;

/** Runs a program without a shell and gives what it printed; rejects when it fails or takes more than 3 s. */
export const runProgram = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    // Starting a process takes the main thread some 20 ms: nobody’s answer, and not the app’s start, waits for that.
    setImmediate(() => {
      execFile(program, args, { timeout: timeLimit, windowsHide: true }, (error, printed) => {
        if (error === null) resolve(printed);
        else reject(error);
      });
    });
  });

/** Starts a program without a shell that goes on by itself; rejects when it could not be started. */
export const startProgram = (
  program: string,
  args: readonly string[],
  onEnded: () => void = () => undefined,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', onEnded);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });

/** Whether a program of this name can be run; `path` is PATH. */
export const isInstalled = (program: string, path: string | undefined): boolean =>
  (path ?? '').split(':').some((folder) => {
    try {
      const file = join(folder, program);
      accessSync(file, constants.X_OK);
      return folder !== '' && statSync(file).isFile();
    } catch {
      return false;
    }
  });

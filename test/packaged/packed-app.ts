import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { electronPath } from '../e2e/desktop/desktop.ts';
import { type Host, followHost } from '../e2e/headless/host.ts';
import type { Packed } from './set-up.ts';

/** The oldest Electron that runs the app by itself; an older one needs a layer beneath it, which only its own executable has. */
const oldestMajor = 45;

/** Whether the packed executable itself can run the app. */
export const runsByItself = ({ electronVersion }: Packed): boolean =>
  Number(electronVersion.split('.')[0]) >= oldestMajor;

/** What starts the packed app here: program first. */
export const packedCommand = (packed: Packed): readonly string[] => {
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (runsByItself(packed)) return [packed.executable, ...sandbox];
  return [electronPath() ?? '', ...sandbox, join(packed.resources, 'app.asar')];
};

/** Starts the packed app with `--json`; it is killed when the test ends. */
export const startPacked = (
  packed: Packed,
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Host => {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const [program = '', ...before] = packedCommand(packed);
  return followHost(
    spawn(program, [...before, '--json', ...flags], {
      env: { ...inherited, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
};

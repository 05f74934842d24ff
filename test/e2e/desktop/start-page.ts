import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { onTestFinished } from 'vitest';
import {
  type RequestAnswer,
  type RequestName,
  type RequestPayload,
  readReply,
} from '../../../electron/contract/index.ts';
import { electronPath, eventually } from './desktop.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const needsNoSandbox = process.platform === 'linux' && process.getuid?.() === 0;

/** Starts the built desktop app and asks through its page’s own bridge. */
export const startPage = async (flags: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const { ELECTRON_RUN_AS_NODE: _, REDBOOTH_ACCESS_TOKEN: __, ...inherited } = process.env;
  const env = Object.fromEntries(
    Object.entries(inherited).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const app = await _electron.launch({
    executablePath: electronPath() ?? '',
    args: [...(needsNoSandbox ? ['--no-sandbox'] : []), root, ...flags],
    env: { ...env, ...environment },
  });
  onTestFinished(() => app.close().catch(() => undefined));
  const window = await app.firstWindow();
  const ask = async <Name extends RequestName>(
    name: Name,
    payload: RequestPayload<Name>,
  ): Promise<RequestAnswer<Name>> => {
    const wire: unknown = await window.evaluate(
      ([name, payload]) => {
        const bridge: unknown = Reflect.get(globalThis, 'notifier');
        const request: unknown = typeof bridge === 'object' && bridge !== null ? Reflect.get(bridge, 'request') : null;
        return typeof request === 'function' ? request(name, payload) : null;
      },
      [name, payload] as const,
    );
    const reply = readReply(name, wire);
    if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`);
    return reply.value;
  };
  const untilSignedIn = () =>
    eventually(async () => ((await ask('overview', null)).account.state === 'signed-in' ? true : null));
  return { app, ask, untilSignedIn };
};

import { onTestFinished } from 'vitest';
import type { Clock } from '../../../electron/core/clock.ts';
import type { Log } from '../../../electron/core/log.ts';
import type { AccessTokens, ApiFailure, Fetch } from '../../../electron/core/redbooth/client-port.ts';
import type { Result } from '../../../electron/contract/index.ts';
import { createRedboothClient } from '../../../electron/core/redbooth/client.ts';
import { type Limiter, createLimiter } from '../../../electron/core/redbooth/limiter.ts';
import { createHastyClock } from './hasty-clock.ts';
import { type ScriptedApi, createScriptedApi } from './scripted-api.ts';

/** Tokens that are handed out in order: the next one when the one before was refused; signed out after the last. */
export const createTokens = (
  ...tokens: readonly string[]
): AccessTokens & {
  readonly refusals: readonly string[];
  readonly successes: readonly string[];
} => {
  const refusals: string[] = [];
  const successes: string[] = [];
  let place = 0;
  return {
    refusals,
    successes,
    current: async () => {
      const token = tokens[place];
      return token === undefined ? { kind: 'signed-out' } : { kind: 'token', token };
    },
    refused: async (token) => {
      refusals.push(token);
      if (token === tokens[place]) place += 1;
    },
    worked: (token) => void successes.push(token),
  };
};

export const createNotedLog = (): Log & { readonly lines: readonly string[] } => {
  const lines: string[] = [];
  const note = (line: string): void => void lines.push(line);
  return { lines, info: note, warn: note, error: note };
};

type Talk = {
  readonly api: ScriptedApi;
  readonly client: ReturnType<typeof createRedboothClient>;
  readonly limiter: Limiter;
  readonly log: { readonly lines: readonly string[] };
};

type TalkOptions = {
  readonly clock?: Clock;
  readonly tokens?: AccessTokens;
  readonly fetch?: Fetch;
  readonly random?: () => number;
  /** Requests a second, and at once. */
  readonly rate?: number;
  readonly burst?: number;
};

/** A real client that talks to a scripted server, at no limited rate unless one is given. */
export const startTalk = async (options: TalkOptions = {}): Promise<Talk> => {
  const { clock = createHastyClock(), tokens = createTokens('token-1'), random = () => 0.5 } = options;
  const { rate = 1000, burst = 1000 } = options;
  const api = await createScriptedApi();
  const log = createNotedLog();
  const limiter = createLimiter({ clock, rate, burst });
  const client = createRedboothClient({
    origin: api.origin,
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    tokens,
    clock,
    random,
    limiter,
    log,
  });
  onTestFinished(() => {
    client.dispose();
    limiter.dispose();
  });
  return { api, client, limiter, log };
};

/** The value of a success; a failure fails the test. */
export const valueOf = <Value>(result: Result<Value, ApiFailure>): Value => {
  if (result.ok) return result.value;
  throw new Error(`expected a success, not ${JSON.stringify(result.failure)}`);
};

/** The failure of a call that must not have succeeded. */
export const failureOf = (result: Result<unknown, ApiFailure>): ApiFailure => {
  if (!result.ok) return result.failure;
  throw new Error('expected a failure');
};

/** Lets real sockets work until `condition` holds; the test's own time limit ends a wait in vain. */
export const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise<void>((resolve) => setImmediate(resolve));
};

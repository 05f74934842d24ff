import { onTestFinished } from 'vitest';
import type { RequestName, RequestPayload } from '../../../electron/contract/index.ts';
import type { App, AppPorts } from '../../../electron/core/app-port.ts';
import { createApp } from '../../../electron/core/app.ts';
import { type Clock, systemClock } from '../../../electron/core/clock.ts';
import type { OperatorLine } from '../../../electron/core/operator/line.ts';
import type { Fetch } from '../../../electron/core/redbooth/client-port.ts';
import { noSystem } from '../../../electron/core/system-port.ts';
import { type Settings, type SettingsStore, createSettings } from '../../../electron/core/settings/settings.ts';
import { fixedToken } from '../../fakes/account.ts';
import { type TemporaryHistory, temporaryHistory } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { type FakeNotifier, createFakeNotifier } from '../../fakes/notifier.ts';

type Options = {
  readonly history?: TemporaryHistory;
  readonly clock?: Clock;
  /** Stored settings, which the page may change. */
  readonly settings?: Partial<Settings>;
  /** Settings fixed by flags. */
  readonly flags?: Partial<Settings>;
  readonly fetch?: Fetch;
  /** Signed out without one. */
  readonly accessToken?: string;
};

/** The core as a host runs it, with everything real but the clock, the notifier and the outside. */
export type WholeApp = {
  readonly app: App;
  readonly settings: SettingsStore;
  readonly notifier: FakeNotifier;
  readonly lines: readonly OperatorLine[];
  readonly log: readonly string[];
  readonly localUrl: string;
  linesOf<Event extends OperatorLine['event']>(event: Event): readonly Extract<OperatorLine, { event: Event }>[];
  /** Settles once a line, past or to come, `isWanted`. */
  line(isWanted: (line: OperatorLine) => boolean): Promise<OperatorLine>;
  /** What the page gets for a request; throws on a failure. */
  ask<Name extends RequestName>(name: Name, payload: RequestPayload<Name>): Promise<unknown>;
  /** The message of the failure that the page gets. */
  refusal<Name extends RequestName>(
    name: Name,
    payload: RequestPayload<Name>,
  ): Promise<{ readonly code: string; readonly message: string }>;
};

/** Starts the core; it is stopped when the test ends. */
export const startApp = async (options: Options = {}): Promise<WholeApp> => {
  const { history = temporaryHistory(), clock = systemClock, accessToken = null } = options;
  const database = history.open();
  let stored: Readonly<Record<string, unknown>> = { tunnel: 'off', catchUpSeconds: 0, ...options.settings };
  const settings = createSettings(
    { read: () => stored, write: (value) => void (stored = value) },
    {},
    options.flags ?? {},
    (key) => {
      throw new Error(`the setting ${key} is not valid`);
    },
  );
  if (!settings.ok) throw new Error(settings.failure);
  const lines: OperatorLine[] = [];
  const waiting = new Set<() => void>();
  const notifier = createFakeNotifier();
  const log = createFakeLog();
  const ports: AppPorts = {
    clock,
    random: () => 0.5,
    log,
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    credentials: fixedToken(accessToken),
    notifier,
    report: (line) => {
      lines.push(line);
      for (const check of waiting) check();
    },
    openPage: async (url) => ({ kind: 'link', url }),
    copyText: async (text) => ({ kind: 'text', text }),
    system: noSystem,
  };
  const app = createApp(
    { host: 'headless', isDemo: false, database, settings: settings.value, hookPort: null, apiRate: 1_000 },
    ports,
  );
  onTestFinished(() => app.dispose());
  const started = await app.start();
  if (!started.ok) throw new Error(started.failure.message);
  return {
    app,
    settings: settings.value,
    notifier,
    lines,
    log: log.lines,
    localUrl: started.value.localUrl,
    linesOf: <Event extends OperatorLine['event']>(event: Event) =>
      lines.filter((line): line is Extract<OperatorLine, { event: Event }> => line.event === event),
    line: (isWanted) =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = lines.find(isWanted);
          if (found === undefined) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      }),
    ask: async (name, payload) => {
      const reply = await app.dispatch(name, payload);
      if (!reply.ok) throw new Error(`${name}: ${reply.failure.code} ${reply.failure.message}`);
      return reply.value;
    },
    refusal: async (name, payload) => {
      const reply = await app.dispatch(name, payload);
      if (reply.ok) throw new Error(`${name} was not refused`);
      return reply.failure;
    },
  };
};

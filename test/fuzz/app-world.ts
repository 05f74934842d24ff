import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../electron/core/app.ts';
import type { App } from '../../electron/core/app-port.ts';
import { systemClock } from '../../electron/core/clock.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { isOpenable } from '../../electron/core/redbooth/links.ts';
import { createSettings } from '../../electron/core/settings/settings.ts';
import { noSystem } from '../../electron/core/system-port.ts';
import { createSimulator } from '../../electron/simulator/simulator.ts';
import { fixedToken } from '../fakes/account.ts';
import { createFakeNotifier } from '../fakes/notifier.ts';

/** The app with all its real parts and some changes in it, in front of a pretend Redbooth in this process. */
export type AppWorld = {
  readonly app: App;
  readonly directory: string;
  /** What went wrong inside, or out of the app, since it was last asked. */
  complaints(): readonly string[];
  dispose(): Promise<void>;
};

export const startAppWorld = async (): Promise<AppWorld> => {
  const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-fuzz-'));
  const database = openDatabase(join(directory, 'history.sqlite'));
  const simulator = createSimulator({ seed: 7, clock: systemClock, signedInUser: 'ada' });
  const origin = simulator.origin();
  const stored = { catchUpSeconds: 0 };
  const settings = createSettings(
    { read: () => stored, write: () => undefined },
    {},
    // Fixed, as the page could have the app connect elsewhere.
    { redbooth: origin, tunnel: 'off', tunnelHost: 'http://127.0.0.1:9', publicUrl: null },
    () => undefined,
  );
  if (!settings.ok) throw new Error(settings.failure);
  const complaints: string[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (message: string) => void complaints.push(`it logged: ${message}`),
  };
  let changes = 0;
  let onChange = (): void => undefined;
  const app = createApp(
    { host: 'headless', isDemo: false, database, settings: settings.value, hookPort: null, apiRate: 1_000 },
    {
      clock: systemClock,
      random: () => 0.5,
      log,
      fetch: (url, init) => {
        if (new URL(url).origin !== origin) complaints.push(`it asked ${url}`);
        return simulator.fetch(url, init);
      },
      credentials: fixedToken(simulator.signIn('ada').accessToken),
      notifier: createFakeNotifier(),
      report: ({ event }) => {
        if (event !== 'change') return;
        changes += 1;
        onChange();
      },
      openPage: async (url) => {
        if (!isOpenable(url, origin)) complaints.push(`it opened ${url}`);
        return { kind: 'link', url };
      },
      copyText: async (text) => ({ kind: 'text', text }),
      system: noSystem,
    },
  );
  const started = await app.start();
  if (!started.ok) throw new Error(started.failure.message);
  simulator.attachHook(started.value.localUrl);
  const names = ['Book venue', '<b>Pricing</b> page', 'x'.repeat(400)];
  const told = new Promise<void>((resolve) => {
    onChange = () => {
      if (changes >= names.length) resolve();
    };
  });
  for (const name of names) simulator.createTask({ name, by: 'bo', assignedTo: 'ada' });
  await told;
  return {
    app,
    directory,
    complaints: () => complaints.splice(0),
    dispose: async () => {
      await app.dispose();
      await simulator.dispose();
      if (database.isOpen) database.close();
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

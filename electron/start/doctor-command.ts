import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type CheckReport, type Result, fail, succeed } from '../contract/index.ts';
import { systemClock } from '../core/clock.ts';
import { createKept } from '../core/database/kept.ts';
import { takeLock } from '../core/database/lock.ts';
import { freeSpace } from '../core/doctor/check-disk.ts';
import { createOutsideChecks } from '../core/doctor/outside-checks.ts';
import { reportText } from '../core/doctor/report-text.ts';
import { runChecks } from '../core/doctor/run-checks.ts';
import { type Log, createLog } from '../core/log.ts';
import { historyFile } from '../core/operator/data-directory.ts';
import { checkLines } from '../core/operator/check-lines.ts';
import type { Options } from '../core/operator/options.ts';
import type { Fetch } from '../core/redbooth/client-port.ts';
import { type Settings, createSettings } from '../core/settings/settings.ts';
import { hostMessages } from '../messages/host-messages.ts';
import { askRunningApp } from './ask-running-app.ts';
import type { Printed } from './commands.ts';
import { followEnvironmentProxy } from './environment-proxy.ts';
import { keptSignIn } from './kept-sign-in.ts';
import { nodeFetch } from './node-fetch.ts';
import { portUse } from './port-use.ts';
import { readSettingsOverlay } from './settings-overlay.ts';

/**
 * `doctor`: checks everything the app stands on and prints it. An app that runs on the data directory is asked for its own
 * checks; where it cannot be, it is left alone and looked at from outside. Exit code 1 when something is not in order.
 */
export const runDoctor = async (
  dataDirectory: string,
  options: Options,
  write: (text: string) => void,
): Promise<Printed | { readonly exitCode: 1; readonly message: null }> => {
  const log = createLog((level, message) => {
    if (level !== 'info') process.stderr.write(`${level}: ${message}\n`);
  });
  const proxy = followEnvironmentProxy(process.env);
  if (!proxy.ok) return { exitCode: 1, message: proxy.failure };
  try {
    const fetch = proxy.value?.fetch ?? nodeFetch;
    const report = await examine(dataDirectory, options, fetch, log);
    if (!report.ok) return { exitCode: 1, message: report.failure };
    if (options.isJson) for (const line of checkLines(report.value)) write(`${line}\n`);
    else write(reportText(report.value, { withSubjects: true }));
    return report.value.verdict === 'ok' ? { exitCode: 0, text: '' } : { exitCode: 1, message: null };
  } finally {
    proxy.value?.dispose();
  }
};

const examine = async (
  dataDirectory: string,
  options: Options,
  fetch: Fetch,
  log: Log,
): Promise<Result<CheckReport, string>> => {
  const isRunning = isAppRunning(dataDirectory);
  if (isRunning) {
    const answered = await askApp(dataDirectory);
    if (answered !== null) return succeed(answered);
  }
  const settings = readSettingsOnly(dataDirectory, options, log);
  if (!settings.ok) return settings;
  const messages = hostMessages('en');
  const origin = settings.value.redbooth;
  const checks = createOutsideChecks(
    {
      clock: systemClock,
      fetch,
      freeSpace,
      origin,
      settings: settings.value,
      historyFile: historyFile(dataDirectory),
      isRunning,
      hookPort: options.hookPort ?? keptHookPort(dataDirectory),
      portUse,
      signIn: () => keptSignIn({ environment: process.env, dataDirectory, origin, clock: systemClock, log }),
    },
    messages,
  );
  return succeed(await runChecks(checks, { clock: systemClock, log, words: messages.checks }));
};

/** Looks whether the lock is held, and lets go of it at once. A folder that is not there or cannot be written holds no app. */
const isAppRunning = (dataDirectory: string): boolean => {
  if (!existsSync(join(dataDirectory, 'running.lock'))) return false;
  try {
    const lock = takeLock(dataDirectory);
    lock?.release();
    return lock === null;
  } catch {
    return false;
  }
};

/** The history is opened as it is: bringing it up to date is for the app that owns it. */
const openHistory = (dataDirectory: string, readOnly: boolean): DatabaseSync => {
  const database = new DatabaseSync(historyFile(dataDirectory), { readOnly });
  database.exec('PRAGMA busy_timeout = 2000');
  return database;
};

const askApp = async (dataDirectory: string): Promise<CheckReport | null> => {
  if (!existsSync(historyFile(dataDirectory))) return null;
  let database: DatabaseSync | null = null;
  try {
    database = openHistory(dataDirectory, false);
    // What is on this machine is reached without a proxy.
    return await askRunningApp({ database, fetch: nodeFetch, clock: systemClock });
  } catch {
    return null;
  } finally {
    database?.close();
  }
};

const keptHookPort = (dataDirectory: string): number | null => {
  if (!existsSync(historyFile(dataDirectory))) return null;
  let database: DatabaseSync | null = null;
  try {
    database = openHistory(dataDirectory, true);
    return createKept(database, 'hook-port', v.pipe(v.number(), v.integer())).read();
  } catch {
    return null;
  } finally {
    database?.close();
  }
};

/** The settings in force, read without repairing, renaming or storing anything. */
const readSettingsOnly = (dataDirectory: string, options: Options, log: Log): Result<Settings, string> => {
  const overlay = readSettingsOverlay(options.settingsFile);
  if (!overlay.ok) return overlay;
  const file = { read: () => storedSettings(join(dataDirectory, 'settings.json'), log), write: () => undefined };
  const settings = createSettings(file, overlay.value, options.overrides, (key) =>
    log.warn(`The stored setting “${key}” is not valid; its default is used.`),
  );
  return settings.ok
    ? succeed(settings.value.current())
    : fail(`--settings ${options.settingsFile ?? ''}: ${settings.failure}`);
};

const storedSettings = (file: string, log: Log): unknown => {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    log.warn(
      'The stored settings cannot be read, so the defaults are used; the app keeps the file aside when it starts.',
    );
    return {};
  }
};

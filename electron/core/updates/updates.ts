import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type Result, fail } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import { createKept } from '../database/kept.ts';
import type { Log } from '../log.ts';
import { createDailyCheck } from './daily-check.ts';
import { plainNotes } from './release-notes.ts';
import {
  type UpdateEvent,
  type UpdateState,
  mayCheck,
  mayDownload,
  mayInstall,
  nextUpdateState,
} from './update-state.ts';
import type { UpdateFault, Updater, UpdaterPort } from './updater.ts';

export type UpdatesPorts = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly port: UpdaterPort;
  readonly checksDaily: () => boolean;
  /** What the user asked for failed. */
  readonly onFailed: (fault: UpdateFault) => void;
  readonly onChanged: () => void;
};

/** The app’s own releases: finds them daily, and downloads and installs one when the user says so. */
export type Updates = {
  state(): UpdateState;
  /** When it was last looked for a release, in ms since 1970. */
  checkedAt(): number | null;
  /** The notes of the newer release, as plain text; null while there is none. */
  notes(): string | null;
  start(): void;
  /** Each begins its step, if that belongs to where things stand; `state` tells what becomes of it. */
  readonly check: () => void;
  readonly download: () => void;
  readonly install: () => void;
  dispose(): void;
};

/** `found`: whether the last check that was answered found a release. */
const checkedSchema = v.object({ at: v.number(), found: v.boolean() });

/** Makes the part that knows of releases; nothing is asked before `start` or `check`. */
export const createUpdates = (ports: UpdatesPorts): Updates => {
  const { database, clock, log, port, checksDaily, onFailed, onChanged } = ports;
  const checked = createKept(database, 'updates', checkedSchema);
  let state: UpdateState =
    port.kind === 'unsupported' ? { state: 'unsupported', obstacle: port.obstacle } : { state: 'idle' };
  let notes: string | null = null;
  let updater: Promise<Updater> | null = null;
  let isChecking = false;
  let isDisposed = false;

  const take = (event: UpdateEvent): void => {
    const next = nextUpdateState(state, event);
    if (next === state || isDisposed) return;
    state = next;
    onChanged();
  };
  const open = (): Promise<Updater> => {
    if (port.kind === 'unsupported') return Promise.reject(new Error('this copy does not update itself'));
    if (updater === null) {
      const opening = port.open();
      updater = opening;
      // What could not be opened is opened anew the next time.
      opening.catch(() => {
        updater = null;
      });
    }
    return updater;
  };
  /** Runs a step of the updater; one that throws has failed. */
  const attempt = async <Value>(
    step: (updater: Updater) => Promise<Result<Value, UpdateFault>>,
    fault: UpdateFault,
  ): Promise<Result<Value, UpdateFault>> => {
    try {
      return await step(await open());
    } catch (error) {
      log.error(`The updater: ${String(error)}`);
      return fail(fault);
    }
  };

  const note = (found: boolean): void => {
    try {
      checked.write({ at: clock.now(), found });
    } catch (error) {
      log.error(`A check for updates could not be noted: ${String(error)}`);
    }
  };
  const runCheck = async (isAsked: boolean): Promise<void> => {
    isChecking = true;
    // Also one that fails counts: offline is no reason to ask all day.
    note(checked.read()?.found ?? false);
    take({ event: 'check-begun' });
    const result = await attempt((each) => each.check(), 'update-check-failed');
    isChecking = false;
    if (isDisposed) return;
    if (!result.ok) {
      if (isAsked) onFailed(result.failure);
      return take({ event: 'check-failed', fault: result.failure, isAsked });
    }
    const release = result.value;
    // What is on its way already is not another release’s.
    if (!mayCheck(state) && state.state !== 'checking') return;
    note(release !== null);
    notes = release === null ? null : plainNotes(release.notes);
    take(release === null ? { event: 'nothing-found' } : { event: 'found', version: release.version });
  };
  const check = (isAsked: boolean): void => {
    if (!isChecking && !isDisposed && mayCheck(state)) void runCheck(isAsked);
  };
  const runDownload = async (): Promise<void> => {
    take({ event: 'download-begun' });
    const onProgress = (percent: number): void => take({ event: 'progress', percent });
    const result = await attempt((each) => each.download(onProgress), 'update-download-failed');
    if (isDisposed) return;
    if (!result.ok) onFailed(result.failure);
    take(result.ok ? { event: 'downloaded' } : { event: 'download-failed', fault: result.failure });
  };
  const runInstall = async (): Promise<void> => {
    take({ event: 'install-begun' });
    const result = await attempt((each) => each.install(), 'update-not-installed');
    if (result.ok || isDisposed) return;
    onFailed(result.failure);
    take({ event: 'install-failed', fault: result.failure });
  };
  const daily = createDailyCheck({
    ...ports,
    lastAt: () => checked.read()?.at ?? null,
    isOn: checksDaily,
    check: () => check(false),
  });

  return {
    state: () => state,
    checkedAt: () => checked.read()?.at ?? null,
    notes: () => notes,
    start: () => {
      if (port.kind === 'unsupported') return;
      // A release that is known is told again after a restart.
      daily.start(checked.read()?.found === true);
    },
    check: () => check(true),
    download: () => {
      if (mayDownload(state)) void runDownload();
    },
    install: () => {
      if (mayInstall(state)) void runInstall();
    },
    dispose: () => {
      isDisposed = true;
      daily.dispose();
      void updater?.then((each) => each.dispose()).catch(() => undefined);
    },
  };
};

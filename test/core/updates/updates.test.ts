import { describe, expect, it, onTestFinished } from 'vitest';
import type { Result } from '../../../electron/contract/index.ts';
import { fail, succeed } from '../../../electron/contract/index.ts';
import type { Release, UpdateFault, Updater, UpdaterPort } from '../../../electron/core/updates/updater.ts';
import { createUpdates } from '../../../electron/core/updates/updates.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { type TemporaryHistory, temporaryHistory } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';

const hour = 3_600_000;
const day = 24 * hour;
const release: Release = { version: '2.0.0', notes: '<p>Less noise</p>' };

/** An updater whose answers a test chooses, over a history that may be opened again. */
const world = (history: TemporaryHistory = temporaryHistory(), clock = createFakeClock()) => {
  const answers: {
    check: () => Promise<Result<Release | null, UpdateFault>>;
    download: Updater['download'];
    install: Updater['install'];
    checksDaily: boolean;
    opens: number;
  } = {
    check: async () => succeed(null),
    download: async () => succeed(null),
    install: async () => succeed(null),
    checksDaily: true,
    opens: 0,
  };
  const calls: string[] = [];
  const failures: UpdateFault[] = [];
  const seen: string[] = [];
  const log = createFakeLog();
  const database = history.open();
  const start = (port: UpdaterPort | null = null, jitter = 0) => {
    const updates = createUpdates({
      database,
      clock,
      random: () => jitter,
      log,
      port: port ?? {
        kind: 'supported',
        open: async () => {
          answers.opens += 1;
          return {
            check: async () => {
              calls.push('check');
              return answers.check();
            },
            download: async (onProgress) => {
              calls.push('download');
              return answers.download(onProgress);
            },
            install: async () => {
              calls.push('install');
              return answers.install();
            },
            dispose: () => void calls.push('dispose'),
          };
        },
      },
      checksDaily: () => answers.checksDaily,
      onFailed: (fault) => failures.push(fault),
      onChanged: () => seen.push(updates.state().state),
    });
    onTestFinished(() => updates.dispose());
    updates.start();
    return updates;
  };
  return { answers, calls, failures, seen, log, clock, history, database, start };
};

describe('the app looks for a newer release', () => {
  it('soon after its first start, and then once a day', async () => {
    const { calls, clock, start } = world();
    const updates = start();
    await clock.advance(59_000);
    expect(calls).toEqual([]);
    await clock.advance(1_000);
    expect(calls).toEqual(['check']);
    expect(updates.checkedAt()).toBe(clock.now());
    await clock.advance(23 * hour);
    expect(calls).toHaveLength(1);
    await clock.advance(hour);
    expect(calls).toHaveLength(2);
    await clock.advance(3 * day);
    expect(calls).toHaveLength(5);
  });

  it('up to an hour later than others', async () => {
    const { calls, clock, start } = world();
    start(null, 0.99);
    await clock.advance(60_000 + day);
    expect(calls).toHaveLength(1);
    await clock.advance(hour);
    expect(calls).toHaveLength(2);
  });

  it('also while that cannot be noted, as the history refuses to be written', async () => {
    const { calls, clock, database, start } = world();
    const updates = start();
    database.exec('PRAGMA query_only = ON');
    updates.check();
    await clock.advance(1);
    updates.check();
    await clock.advance(1);
    expect(calls).toEqual(['check', 'check']);
    expect(updates.state()).toEqual({ state: 'idle' });
  });

  it('not again at a start on the same day', async () => {
    const first = world();
    first.start();
    await first.clock.advance(hour);
    const second = world(first.history, first.clock);
    second.start();
    await second.clock.advance(hour);
    expect([first.calls.length, second.calls.length]).toEqual([1, 0]);
  });

  it('at once after a start while a release is known, to tell of it again', async () => {
    const first = world();
    first.answers.check = async () => succeed(release);
    first.start();
    await first.clock.advance(hour);
    const second = world(first.history, first.clock);
    second.answers.check = async () => succeed(release);
    const updates = second.start();
    await second.clock.advance(60_000);
    expect(updates.state()).toEqual({ state: 'available', version: '2.0.0' });
  });

  it('when the clock was set back', async () => {
    const first = world(temporaryHistory(), createFakeClock(Date.UTC(2030, 0, 1)));
    first.start();
    await first.clock.advance(hour);
    const second = world(first.history);
    second.start();
    await second.clock.advance(60_000);
    expect(second.calls).toEqual(['check']);
  });

  it('never by itself when that is off, and still when asked', async () => {
    const { answers, calls, clock, start } = world();
    answers.checksDaily = false;
    const updates = start();
    await clock.advance(3 * day);
    expect([calls, answers.opens]).toEqual([[], 0]);
    updates.check();
    await clock.advance(0);
    expect(calls).toEqual(['check']);
  });

  it('once, however often it is asked at the same time', async () => {
    const { calls, clock, start } = world();
    const updates = start();
    updates.check();
    updates.check();
    await clock.advance(0);
    expect(calls).toEqual(['check']);
  });

  it('never in a copy that does not update itself', async () => {
    const { calls, clock, start, seen } = world();
    const updates = start({ kind: 'unsupported', obstacle: 'package-manager' });
    updates.check();
    updates.download();
    updates.install();
    await clock.advance(3 * day);
    expect([calls, seen, clock.waiting()]).toEqual([[], [], 0]);
    expect(updates.state()).toEqual({ state: 'unsupported', obstacle: 'package-manager' });
  });

  it('no more once it is stopped', async () => {
    const { calls, clock, start } = world();
    start().dispose();
    await clock.advance(2 * day);
    expect([calls, clock.waiting()]).toEqual([[], 0]);
  });
});

describe('a check that fails', () => {
  it('by itself is quiet, and is tried again the next day', async () => {
    const { answers, calls, failures, clock, start } = world();
    answers.check = async () => fail('update-check-failed');
    const updates = start();
    await clock.advance(60_000 + 23 * hour);
    expect([calls.length, failures, updates.state()]).toEqual([1, [], { state: 'idle' }]);
    await clock.advance(hour);
    expect(calls).toHaveLength(2);
  });

  it('says so to whoever asked for it', async () => {
    const { answers, failures, clock, start } = world();
    answers.check = async () => fail('update-check-failed');
    const updates = start();
    updates.check();
    await clock.advance(0);
    expect(failures).toEqual(['update-check-failed']);
    expect(updates.state()).toEqual({ state: 'failed', version: null, fault: 'update-check-failed' });
  });

  it('leaves a release told that was found before', async () => {
    const { answers, clock, start } = world();
    answers.check = async () => succeed(release);
    const updates = start();
    await clock.advance(60_000);
    answers.check = async () => fail('update-check-failed');
    await clock.advance(day);
    expect(updates.state()).toEqual({ state: 'available', version: '2.0.0' });
    expect(updates.notes()).toBe('Less noise');
  });

  it('because the updater cannot be loaded is one like any other, and it is loaded anew the next time', async () => {
    const { failures, clock, log, start } = world();
    let opens = 0;
    const open = async (): Promise<Updater> => {
      opens += 1;
      throw new Error('no such chunk');
    };
    const updates = start({ kind: 'supported', open });
    updates.check();
    await clock.advance(0);
    updates.check();
    await clock.advance(0);
    expect([failures, opens]).toEqual([['update-check-failed', 'update-check-failed'], 2]);
    expect(log.lines.join()).toContain('no such chunk');
  });
});

describe('a release that was found', () => {
  const found = async () => {
    const made = world();
    made.answers.check = async () => succeed(release);
    const updates = made.start();
    updates.check();
    await made.clock.advance(0);
    return { ...made, updates };
  };

  it('is told with its notes as plain text, and nothing is downloaded', async () => {
    const { updates, calls, clock } = await found();
    await clock.advance(3 * day);
    expect(updates.state()).toEqual({ state: 'available', version: '2.0.0' });
    expect(updates.notes()).toBe('Less noise');
    expect(new Set(calls)).toEqual(new Set(['check']));
  });

  it('is gone when it was withdrawn', async () => {
    const { updates, answers, clock } = await found();
    answers.check = async () => succeed(null);
    await clock.advance(2 * day);
    expect([updates.state(), updates.notes()]).toEqual([{ state: 'idle' }, null]);
  });

  it('is downloaded when the user says so, and installed when they say that', async () => {
    const { updates, answers, calls, clock } = await found();
    answers.download = async (onProgress) => {
      onProgress(12.7);
      expect(updates.state()).toEqual({ state: 'downloading', version: '2.0.0', percent: 12 });
      return succeed(null);
    };
    updates.install();
    expect(updates.state().state).toBe('available');
    updates.download();
    updates.download();
    await clock.advance(7 * day);
    expect(updates.state()).toEqual({ state: 'ready', version: '2.0.0' });
    expect(calls).toEqual(['check', 'download']);
    updates.install();
    await clock.advance(0);
    expect(calls).toEqual(['check', 'download', 'install']);
    expect(updates.state()).toEqual({ state: 'installing', version: '2.0.0' });
  });

  it('that is damaged is refused, and may be tried again', async () => {
    const { updates, answers, failures, clock } = await found();
    answers.download = async () => fail('update-damaged');
    updates.download();
    await clock.advance(0);
    expect(updates.state()).toEqual({ state: 'failed', version: '2.0.0', fault: 'update-damaged' });
    expect(failures).toEqual(['update-damaged']);
    answers.download = async () => succeed(null);
    updates.download();
    await clock.advance(0);
    expect(updates.state()).toEqual({ state: 'ready', version: '2.0.0' });
  });

  it('that cannot be installed leaves this version running', async () => {
    const { updates, answers, failures, clock } = await found();
    answers.install = async () => fail('update-not-installed');
    updates.download();
    await clock.advance(0);
    updates.install();
    await clock.advance(0);
    expect(updates.state()).toEqual({ state: 'failed', version: '2.0.0', fault: 'update-not-installed' });
    expect(failures).toEqual(['update-not-installed']);
  });

  it('and is on its way when the app stops, is given up', async () => {
    const { updates, answers, calls, seen, clock } = await found();
    answers.download = () => new Promise(() => undefined);
    updates.download();
    await clock.advance(0);
    updates.dispose();
    const before = seen.length;
    await clock.advance(day);
    expect(calls.at(-1)).toBe('dispose');
    expect(seen).toHaveLength(before);
  });
});

import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createGuardedClock } from '../../../electron/core/database/guarded-clock.ts';
import { createWriteHealth } from '../../../electron/core/database/write-health.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import type { OperatorLine } from '../../../electron/core/operator/line.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { aHook } from '../../fakes/task.ts';

/** A journal on a history of which SQLite itself says that there is no room for another page. */
const setUp = () => {
  const history = temporaryHistory();
  const database = history.open();
  const clock = createFakeClock();
  const lines: OperatorLine[] = [];
  const recoveries: number[] = [];
  const health = createWriteHealth({
    database,
    clock,
    log: createFakeLog(),
    report: (line) => void lines.push(line),
    onChanged: () => undefined,
    onRecovered: () => void recoveries.push(clock.now()),
  });
  const journal = createJournal({ database, clock, onCommitted: health.written, onFailed: health.failed });
  const fill = (): void => database.exec('PRAGMA max_page_count = 1');
  const free = (): void => database.exec('PRAGMA max_page_count = 100000');
  /** Appends until there is no room left in the pages at hand. */
  const appendUntilFull = async (): Promise<void> => {
    const hooks = Array.from({ length: 500 }, () => aHook());
    while ((await journal.appendMany(hooks)).ok);
  };
  return { history, health, clock, lines, recoveries, fill, free, appendUntilFull };
};

test('a full disk is said once, however many hooks are refused', async () => {
  const { health, lines, fill, appendUntilFull } = setUp();
  expect(health.trouble()).toBeNull();
  fill();
  await appendUntilFull();
  await appendUntilFull();
  expect(health.trouble()).toBe('full');
  expect(lines).toMatchObject([{ event: 'error', code: 'journal-unwritable' }]);
});

test('that there is room again is found out without a hook', async () => {
  const { health, fill, free, appendUntilFull, clock } = setUp();
  fill();
  await appendUntilFull();
  free();
  await clock.advance(15_000);
  expect(health.trouble()).toBeNull();
  expect(clock.waiting()).toBe(0);
});

test('damage stays, and is noted for the next start', () => {
  const { health, lines, history } = setUp();
  health.failed(Object.assign(new Error('database disk image is malformed'), { errcode: 11 }));
  health.written();
  expect(health.trouble()).toBe('damaged');
  expect(lines).toMatchObject([{ event: 'error', code: 'database-unreadable' }]);
  expect(existsSync(`${history.file}.damaged`)).toBe(true);
});

test('a disk that does not give back what is on it is told as such, and is no damage', () => {
  const { health, lines, history, recoveries } = setUp();
  for (const errcode of [266, 522]) health.failed(Object.assign(new Error('disk I/O error'), { errcode }));
  expect(health.trouble()).toBe('unreadable');
  expect(lines).toMatchObject([{ event: 'error', code: 'database-unreadable' }]);
  expect(existsSync(`${history.file}.damaged`)).toBe(false);
  health.written();
  health.written();
  expect(recoveries).toHaveLength(1);
});

test('what a timer meets in a file that cannot be used is noted, and ends nothing; a bug goes on', async () => {
  const { health, clock } = setUp();
  const guarded = createGuardedClock(clock, health);
  const failing = (error: Error) => () => {
    throw error;
  };
  guarded.schedule(1, failing(Object.assign(new Error('disk I/O error'), { errcode: 266 })));
  await clock.advance(1);
  expect(health.trouble()).toBe('unreadable');
  guarded.schedule(1, failing(new TypeError('undefined is not a function')));
  await expect(clock.advance(1)).rejects.toThrow(TypeError);
});

test('a fault that is not of the file is none of its business', () => {
  const { health, lines } = setUp();
  health.failed(new TypeError('undefined is not a function'));
  expect(health.trouble()).toBeNull();
  expect(lines).toEqual([]);
});

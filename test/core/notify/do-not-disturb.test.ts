import { expect, it } from 'vitest';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import { createLedger } from '../../../electron/core/notify/ledger.ts';
import { createSnoozes } from '../../../electron/core/notify/snooze.ts';
import { createTelling } from '../../../electron/core/notify/telling.ts';
import { aNewChange } from '../../fakes/change.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { createFakeNotifier } from '../../fakes/notifier.ts';
import { aSituation } from '../../fakes/situation.ts';
import { aHook } from '../../fakes/task.ts';
import { readingAt } from '../../fakes/reading.ts';

const start = () => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  const store = createChangeStore(database, clock);
  const notifier = createFakeNotifier();
  const skipped: unknown[] = [];
  let isDoNotDisturb = true;
  let asked = 0;
  const telling = createTelling({
    database,
    clock,
    reading: () => readingAt(clock.now()),
    log: createFakeLog(),
    ledger: createLedger(database, clock),
    notifier,
    store,
    snoozes: createSnoozes({ database, clock, onDue: () => undefined }),
    isSweeping: () => false,
    situation: () => {
      asked += 1;
      return aSituation({ isDoNotDisturb, now: clock.now() });
    },
    actionsOf: () => [],
    isSilenced: () => false,
    note: () => null,
    report: (line) => void (line.event === 'skipped' && skipped.push(line.reason)),
    onDecided: () => undefined,
  });
  const happen = (taskId: string): void => {
    store.settle({
      accountId: '1',
      taskId,
      hooks: [aHook({ taskId })],
      result: 'changed',
      changes: [
        aNewChange({
          title: `Task ${taskId}`,
          relation: { assigned: true, wasAssigned: false, created: false, watching: false },
        }),
      ],
      snapshot: { kind: 'keep' },
    });
    telling.announce();
  };
  return {
    clock,
    notifier,
    skipped,
    telling,
    happen,
    asked: () => asked,
    disturbAgain: () => void (isDoNotDisturb = false),
  };
};

it('what happens while the user is not to be disturbed is held back, and summed up once that is over', async () => {
  const { clock, notifier, skipped, happen, disturbAgain } = start();
  happen('7');
  happen('8');
  await clock.advance(60_000);
  expect(notifier.raised).toEqual([]);
  expect(skipped).toEqual(['do-not-disturb', 'do-not-disturb']);
  disturbAgain();
  await clock.advance(30_000);
  expect(notifier.raised).toMatchObject([{ title: '2 changes while it was quiet', changeIds: ['1', '2'] }]);
  await clock.advance(600_000);
  expect(notifier.raised).toHaveLength(1);
});

it('the system is asked now and then only while something is held back', async () => {
  const { clock, happen, asked, disturbAgain } = start();
  await clock.advance(600_000);
  expect(asked()).toBe(0);
  happen('7');
  disturbAgain();
  await clock.advance(30_000);
  const before = asked();
  await clock.advance(600_000);
  expect(asked()).toBe(before);
  expect(clock.waiting()).toBe(0);
});

it('what comes meanwhile is decided at once', async () => {
  const { clock, skipped, happen } = start();
  happen('7');
  await clock.advance(1_000);
  happen('8');
  expect(skipped).toHaveLength(2);
});

it('nobody is asked any more once the app stops', () => {
  const { clock, telling, happen } = start();
  happen('7');
  telling.dispose();
  expect(clock.waiting()).toBe(0);
});

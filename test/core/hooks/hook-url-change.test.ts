import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { transaction } from '../../../electron/core/database/transaction.ts';
import { createHookUrlChange } from '../../../electron/core/hooks/hook-url-change.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { readingAt } from '../../fakes/reading.ts';

const before = 'https://old.relay.test';
const after = 'https://new.relay.test';

/** A run of the app on a history that outlives it; `told` is shared by all runs. */
const setUp = () => {
  const history = temporaryHistory();
  const told: string[] = [];
  const silence = { isOn: false };
  const log = createFakeLog();
  let database: DatabaseSync | null = null;
  const run = () => {
    database?.close();
    const opened = history.open();
    database = opened;
    const change = createHookUrlChange({
      database: opened,
      log,
      reading: () => readingAt(0),
      onNews: () => {
        if (!silence.isOn) tell();
      },
      onChanged: () => undefined,
    });
    const tell = (): void => {
      const note = change.note();
      if (note === null) return;
      transaction(opened, note.record);
      told.push(note.text.title);
    };
    return { ...change, tell };
  };
  return { run, told, log, silence, kill: () => database?.close() };
};

test('a lost address is told once its successor is known, and only once, over restarts', () => {
  const { run, told } = setUp();
  run().lost(before);
  expect(told).toEqual([]);
  const second = run();
  expect(second.current()).toMatchObject({ before, url: null });
  second.opened(after);
  expect(told).toEqual(['Your hook URL changed']);
  const third = run();
  third.opened(after);
  expect(told).toHaveLength(1);
  expect(third.current()).toMatchObject({ before, url: after });
});

test('the first hook by the new address is told once, over restarts', () => {
  const { run, told } = setUp();
  const first = run();
  first.lost(before);
  first.opened(after);
  const second = run();
  second.arrived(after);
  second.arrived(after);
  expect(told).toEqual(['Your hook URL changed', 'Hooks arrive again']);
  const third = run();
  third.opened(after);
  third.arrived(after);
  expect(told).toHaveLength(2);
  expect(third.current()).toBeNull();
});

test('an address that nobody has used yet may change without a word', () => {
  const { run, told } = setUp();
  const change = run();
  change.opened(before);
  change.opened(after);
  expect(change.current()).toBeNull();
  expect(told).toEqual([]);
});

test('an address by which hooks came is missed, also when the app was started anew with another', () => {
  const { run, told } = setUp();
  const first = run();
  first.opened(before);
  first.arrived(before);
  const second = run();
  second.opened(after);
  expect(second.current()).toMatchObject({ before, url: after, isLost: false });
  second.opened(before);
  expect(second.current()).toBeNull();
  expect(told).toEqual([]);
});

test('a name lost twice is told twice, and Redbooth still has the first address', () => {
  const { run, told } = setUp();
  const change = run();
  change.arrived(before);
  change.lost(before);
  change.opened(after);
  change.lost(after);
  change.opened('https://newer.relay.test');
  expect(told).toEqual(['Your hook URL changed', 'Your hook URL changed']);
  expect(change.current()).toMatchObject({ before, url: 'https://newer.relay.test' });
});

test('a dismissed notice stays dismissed over restarts, and a hook by the new address is still told', () => {
  const { run, told } = setUp();
  const first = run();
  first.lost(before);
  first.opened(after);
  first.dismiss();
  const second = run();
  second.opened(after);
  expect(second.current()).toMatchObject({ isDismissed: true });
  second.arrived(after);
  expect(told.at(-1)).toBe('Hooks arrive again');
});

test('what cannot be written is logged, and holds for this run', () => {
  const { run, log, silence, kill } = setUp();
  const change = run();
  silence.isOn = true;
  kill();
  change.lost(before);
  change.opened(after);
  expect(change.current()).toMatchObject({ url: after });
  change.arrived(after);
  expect(change.current()).toBeNull();
  expect(log.lines.every((line) => line.startsWith('error: The change of the hook URL could not be kept'))).toBe(true);
  expect(log.lines).toHaveLength(3);
});

describe('in a silence', () => {
  const start = () => {
    const world = setUp();
    world.silence.isOn = true;
    const change = world.run();
    change.arrived(before);
    change.lost(before);
    change.opened(after);
    expect(world.told).toEqual([]);
    return { ...world, change };
  };

  test('a lost address waits for its end, also over a restart', () => {
    const { run, told } = start();
    const next = run();
    next.opened(after);
    next.tell();
    next.tell();
    expect(told).toEqual(['Your hook URL changed']);
  });

  test.each<[string, (change: ReturnType<typeof start>['change']) => void]>([
    ['hooks came by the new address meanwhile', (change) => change.arrived(after)],
    ['the old address is back', (change) => change.opened(before)],
    ['the notice was dismissed', (change) => change.dismiss()],
  ])('nothing is told of it when %s', (_, overcome) => {
    const { change, told } = start();
    overcome(change);
    change.tell();
    expect(told).toEqual([]);
  });

  test('that hooks arrive again waits, too, and is not told when the address is lost once more', () => {
    const { change, told } = start();
    change.tell();
    change.arrived(after);
    expect(told).toEqual(['Your hook URL changed']);
    change.lost(after);
    change.tell();
    expect(told).toHaveLength(1);
    change.opened(before);
    change.tell();
    expect(told).toEqual(['Your hook URL changed', 'Your hook URL changed']);
  });
});

import { expect, it } from 'vitest';
import type { RuleSituation } from '../../../electron/core/notify/rules.ts';
import { type TellingRun, startTelling } from './harness.ts';

const text = { title: 'Your hook URL changed', body: 'Paste it' };

/** Something is to be told that may wait. */
const withNote = (situation: Partial<RuleSituation>): TellingRun => {
  const run = startTelling();
  run.situation = situation;
  run.note = { text, record: () => (run.note = null) };
  run.telling.announce();
  return run;
};

it('what is to be told besides changes is told at once, and once', () => {
  const run = withNote({});
  run.telling.announce();
  expect(run.raised()).toMatchObject([{ ...text, changeIds: [], url: null }]);
});

it.each<[string, Partial<RuleSituation>]>([
  ['quiet hours', { isQuiet: true }],
  ['a pause', { isPaused: true }],
])('it waits for the end of %s', (_, situation) => {
  const run = withNote(situation);
  expect(run.raised()).toEqual([]);
  run.situation = {};
  run.telling.announce();
  expect(run.raised()).toHaveLength(1);
});

it('it waits until the system may disturb again, which is looked for every 30 s', async () => {
  const run = withNote({ isDoNotDisturb: true });
  await run.clock.advance(600_000);
  expect(run.raised()).toEqual([]);
  run.situation = {};
  await run.clock.advance(30_000);
  expect(run.raised()).toHaveLength(1);
  expect(run.clock.waiting()).toBe(0);
});

it('what is over meanwhile is not told', () => {
  const run = withNote({ isQuiet: true });
  run.note = null;
  run.situation = {};
  run.telling.announce();
  expect(run.raised()).toEqual([]);
});

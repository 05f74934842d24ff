import { describe, expect, it } from 'vitest';
import type { RuleSituation } from '../../../electron/core/notify/rules.ts';
import { anEdit } from '../../fakes/change.ts';
import { type News, type TellingRun, startTelling, summit, website } from './harness.ts';

const paused: Partial<RuleSituation> = { isPaused: true };
const quiet: Partial<RuleSituation> = { isQuiet: true };
const resolved = { project: summit, edits: [anEdit('status', { before: 'open', after: 'resolved' })] };
const mention = { comment: { id: '1', body: '@ana', mentionsMe: true } };
const news = (...taskIds: readonly string[]): readonly News[] => taskIds.map((taskId) => ({ taskId, ...resolved }));

/** Tells nothing while it is like this, and gives what is raised once it is not. */
const after = (run: TellingRun, silence: Partial<RuleSituation>, ...held: readonly News[]) => {
  run.situation = silence;
  expect(run.tell(...held)).toEqual([]);
  run.situation = {};
  run.telling.announce();
  return run.raised();
};

describe('what was held back', () => {
  it.each<[string, Partial<RuleSituation>, string]>([
    ['a pause', paused, '3 changes while paused'],
    ['quiet hours', quiet, '3 changes while it was quiet'],
    ['do not disturb', { isDoNotDisturb: true }, '3 changes while it was quiet'],
  ])('is summed up after %s', (_, silence, title) => {
    const run = startTelling();
    const held = [...news('1', '2'), { taskId: '3', project: website, ...mention }];
    expect(after(run, silence, ...held)).toMatchObject([
      {
        title,
        body: 'Bo mentioned you in “Task 3” · Autumn summit 2, Website relaunch 1',
        changeIds: ['1', '2', '3'],
        replaces: null,
        url: null,
      },
    ]);
    expect(run.store.unreadCount()).toBe(3);
  });

  it('of one task is told as itself', () => {
    const run = startTelling();
    expect(after(run, quiet, ...news('1'), { taskId: '1', ...mention })).toMatchObject([
      { title: 'Bo mentioned you in “Task 1”', changeIds: ['1', '2'] },
    ]);
  });

  it('is summed up once only', () => {
    const run = startTelling();
    after(run, paused, ...news('1', '2'));
    run.telling.announce();
    expect(run.raised()).toEqual([]);
    expect(after(run, paused, ...news('3', '4'))).toMatchObject([
      { title: '2 changes while paused', changeIds: ['3', '4'] },
    ]);
  });

  it('waits until neither a pause nor quiet hours are in force', () => {
    const run = startTelling();
    run.situation = { ...paused, ...quiet };
    run.tell(...news('1'));
    run.situation = quiet;
    run.tell(...news('2'));
    run.situation = paused;
    run.telling.announce();
    expect(run.raised()).toEqual([]);
    run.situation = {};
    run.telling.announce();
    expect(run.raised()).toMatchObject([{ title: '2 changes while it was quiet' }]);
  });

  it('is summed up after a restart, too, before what is new', () => {
    const first = startTelling();
    first.situation = quiet;
    first.tell(...news('1', '2'));
    first.record(...news('3'));
    first.situation = {};
    const second = first.restart();
    expect(second.titles()).toEqual(['2 changes while it was quiet', 'Bo resolved “Task 3”']);
    expect(second.restart().titles()).toEqual([]);
  });

  it('is not told again when the app was killed while the summary was on its way', () => {
    const first = startTelling();
    first.situation = paused;
    first.tell(...news('1', '2'));
    first.notifier.answer = 'never';
    first.situation = {};
    first.telling.announce();
    const second = first.restart();
    expect(second.titles()).toEqual([]);
    expect(second.store.unreadCount()).toBe(2);
  });

  it('and could not be claimed is tried again', async () => {
    const run = startTelling();
    run.situation = paused;
    run.tell(...news('1', '2'));
    run.database.exec(`CREATE TRIGGER full BEFORE INSERT ON notification BEGIN SELECT raise(ABORT, 'full'); END`);
    run.situation = {};
    run.telling.announce();
    run.database.exec('DROP TRIGGER full');
    await run.clock.advance(5_000);
    expect(run.titles()).toEqual(['2 changes while paused']);
  });

  it('and read meanwhile is not told', () => {
    const run = startTelling();
    run.situation = paused;
    run.tell(...news('1', '2', '3'));
    run.store.markRead(['1', '2']);
    run.situation = {};
    run.telling.announce();
    expect(run.raised()).toMatchObject([{ title: 'Bo resolved “Task 3”', changeIds: ['3'] }]);
  });

  it('of a task that came and went is not told', () => {
    const run = startTelling();
    expect(
      after(run, quiet, { kind: 'created' }, { kind: 'gone', relation: mine, url: null }, ...news('8')),
    ).toMatchObject([{ title: 'Bo resolved “Task 8”' }]);
    expect(run.store.unreadCount()).toBe(1);
  });
});

const mine = { assigned: true, wasAssigned: false, created: false, watching: false };

describe('an outage', () => {
  it.each([paused, quiet])('is told after a silence (%o) that it began in', (silence) => {
    const run = startTelling();
    run.situation = silence;
    run.telling.announceOutage('unavailable', true);
    expect(run.raised()).toEqual([]);
    run.situation = {};
    run.telling.announce();
    run.telling.announce();
    expect(run.raised()).toMatchObject([{ title: 'Tasks changed; Redbooth does not answer', changeIds: [] }]);
  });

  it('is told once over a restart', () => {
    const first = startTelling();
    first.situation = quiet;
    first.telling.announceOutage('signed-out', false);
    first.situation = {};
    const second = first.restart();
    expect(second.titles()).toEqual(['Redbooth asks you to sign in again']);
    expect(second.restart().titles()).toEqual([]);
  });

  it('that is over by then is not told', () => {
    const run = startTelling();
    run.situation = quiet;
    run.telling.announceOutage('unavailable', true);
    run.telling.forgetOutage();
    run.situation = {};
    run.telling.announce();
    expect(run.raised()).toEqual([]);
  });
});

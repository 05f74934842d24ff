import { describe, expect, it } from 'vitest';
import { anEdit } from '../../fakes/change.ts';
import { type News, type TellingRun, office, startTelling, summit, website } from './harness.ts';

const second = 1_000;
const resolved = { edits: [anEdit('status', { before: 'open', after: 'resolved' })] };
const news = (project: News['project'], ...taskIds: readonly string[]): readonly News[] =>
  taskIds.map((taskId) => ({ taskId, project: project ?? null, ...resolved }));

const tellEach = async (run: TellingRun, every: number, ...each: readonly News[]): Promise<void> => {
  for (const one of each) {
    run.tell(one);
    await run.clock.advance(every);
  }
};

describe('a burst', () => {
  it('of five becomes one notification, which takes the place of the four before', () => {
    const run = startTelling();
    run.tell(...news(website, '1', '2', '3', '4'));
    expect(run.tell(...news(website, '5'))).toMatchObject([
      { replaces: '4', changeIds: ['5'], title: '5 changes in Website relaunch', body: '5 resolved', url: null },
    ]);
    expect(run.notifier.closed).toEqual(['1', '2', '3']);
    expect(run.ledger.notification('5')?.changeIds).toEqual(['1', '2', '3', '4', '5']);
  });

  it('that is slower than that is none', async () => {
    const run = startTelling();
    await tellEach(run, 2.5 * second, ...news(website, '1', '2', '3', '4', '5', '6', '7'));
    expect(run.titles().filter((title) => title.includes('changes'))).toEqual([]);
  });

  it('is told anew at most once a second, with all that came meanwhile', async () => {
    const run = startTelling();
    run.tell(...news(website, '1', '2', '3', '4', '5', '6', '7', '8'));
    expect(run.titles().at(-1)).toBe('5 changes in Website relaunch');
    await run.clock.advance(second - 1);
    expect(run.notifier.raised).toHaveLength(5);
    await run.clock.advance(1);
    expect(run.notifier.raised.at(-1)).toMatchObject({
      replaces: '5',
      changeIds: ['6', '7', '8'],
      title: '8 changes in Website relaunch',
    });
  });

  it('is over once nothing came for 10 s', async () => {
    const run = startTelling();
    run.tell(...news(website, '1', '2', '3', '4', '5'));
    await tellEach(run, 9 * second, ...news(website, '6', '7', '8'));
    expect(run.titles().at(-1)).toBe('8 changes in Website relaunch');
    await run.clock.advance(second);
    expect(run.tell(...news(website, '9'))).toMatchObject([{ replaces: null, title: 'Bo resolved “Task 9”' }]);
  });

  it('is told by project, until a third joins it', async () => {
    const run = startTelling();
    await tellEach(run, second, ...news(summit, '1', '2'), ...news(website, '3', '4', '5', '6'));
    expect(run.titles().slice(4)).toEqual(['3 changes in Website relaunch', '4 changes in Website relaunch']);
    await tellEach(run, second, ...news(summit, '7'));
    expect(run.titles().at(-1)).toBe('3 changes in Autumn summit');
    await tellEach(run, second, ...news(office, '8'));
    expect(run.notifier.raised.at(-1)).toMatchObject({
      title: '8 changes in 3 projects',
      body: 'Website relaunch 4, Autumn summit 3, Office move 1',
      changeIds: ['8'],
    });
  });

  it('goes on over a restart', async () => {
    const first = startTelling();
    first.tell(...news(website, '1', '2', '3', '4', '5'));
    first.record(...news(website, '6'));
    const second = first.restart();
    await second.clock.advance(1_000);
    expect(second.notifier.raised).toMatchObject([{ replaces: '5', title: '6 changes in Website relaunch' }]);
  });

  it('whose summary was read begins anew', async () => {
    const run = startTelling();
    run.tell(...news(website, '1', '2', '3', '4', '5'));
    run.store.markRead(null);
    expect(run.tell(...news(website, '6'))).toMatchObject([{ replaces: null, title: 'Bo resolved “Task 6”' }]);
  });

  it('names a mention of the user first', () => {
    const run = startTelling();
    run.tell(...news(website, '1', '2'));
    run.tell({
      taskId: '3',
      title: 'Pricing page',
      project: website,
      comment: { id: '1', body: '@ana', mentionsMe: true },
    });
    run.tell(...news(website, '4', '5'));
    expect(run.notifier.raised.at(-1)?.body).toBe('Bo mentioned you in “Pricing page” · 4 resolved, 1 mention of you');
  });

  it('is listed as it comes where it is not to be told', () => {
    const run = startTelling();
    const stranger = { assigned: false, wasAssigned: false, created: false, watching: false };
    expect(
      run.tell(...news(website, '1', '2', '3', '4', '5', '6').map((each) => ({ ...each, relation: stranger }))),
    ).toEqual([]);
    expect(run.store.undecided()).toEqual([]);
  });
});

describe('a task that was created and is gone again', () => {
  const created: News = { kind: 'created' };
  const gone: News = { kind: 'gone', url: null };
  const reasons = (run: TellingRun): readonly unknown[] =>
    run.database
      .prepare('SELECT decision, reason, read_at IS NOT NULL AS isRead FROM change ORDER BY id')
      .all()
      .map((row) => `${String(row['decision'])} ${String(row['reason'])}${row['isRead'] === 1 ? ', read' : ''}`);

  it.each<[string, readonly News[], readonly string[]]>([
    [
      'is nothing to tell, nor is what happened to it',
      [created, resolved, gone],
      ['skipped cancelled-out, read', 'skipped cancelled-out, read', 'skipped cancelled-out, read'],
    ],
    [
      'is gone for whoever made it',
      [
        { ...created, isOwn: true },
        { ...gone, relation: { assigned: false, wasAssigned: false, created: true, watching: false } },
      ],
      ['skipped own-change, read', 'notified created-by-you'],
    ],
    [
      'and is back is told',
      [
        created,
        { ...gone, relation: { assigned: true, wasAssigned: false, created: false, watching: false } },
        resolved,
      ],
      ['notified watched-by-you', 'notified assigned-to-you', 'notified watched-by-you'],
    ],
  ])('%s', (_, all, expected) => {
    const run = startTelling();
    run.record(...all);
    run.telling.announce();
    expect(reasons(run)).toEqual(expected);
  });

  it('is told when its creation was told already', () => {
    const run = startTelling();
    const mine = { assigned: true, wasAssigned: false, created: false, watching: false };
    expect(run.tell({ ...created, relation: mine }, { ...gone, relation: mine })).toMatchObject([
      { title: 'Bo created “Task 7”' },
      { title: '“Task 7” is gone', replaces: '1' },
    ]);
  });
});

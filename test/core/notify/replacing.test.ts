import { describe, expect, it } from 'vitest';
import { noFilter } from '../../../electron/contract/index.ts';
import { anEdit, chi } from '../../fakes/change.ts';
import { startTelling, summit } from './harness.ts';

const minute = 60_000;
const mine = { assigned: true, wasAssigned: false, created: false, watching: false };
const onHold = { project: summit, edits: [anEdit('status', { before: 'open', after: 'hold' })] };
const resolved = { project: summit, actor: chi, edits: [anEdit('status', { before: 'hold', after: 'resolved' })] };

describe('a new change of a task that was told', () => {
  it('takes the place of its notification, with the words of both, and names what is new', () => {
    const run = startTelling();
    expect(run.tell(onHold, resolved)).toMatchObject([
      { id: '1', replaces: null, changeIds: ['1'], title: 'Bo put “Task 7” on hold' },
      { id: '2', replaces: '1', changeIds: ['2'], title: 'Chi resolved “Task 7”', body: 'Autumn summit' },
    ]);
    expect(run.lines.filter(({ event }) => event === 'notification')).toMatchObject([
      { replaces: null },
      { replaces: '1' },
    ]);
  });

  it.each([
    [10 * minute - 1, '1'],
    [10 * minute, null],
  ])('%d ms later takes the place of %s', async (pause, replaces) => {
    const run = startTelling();
    run.tell(onHold);
    await run.clock.advance(pause);
    expect(run.tell(resolved)).toMatchObject([{ replaces }]);
  });

  it('goes on taking the place of the last one for as long as changes keep coming', async () => {
    const run = startTelling();
    run.tell(onHold);
    for (const replaces of ['1', '2', '3']) {
      await run.clock.advance(9 * minute);
      expect(run.tell(resolved)).toMatchObject([{ replaces }]);
    }
  });

  it('stands alone when all that was told was read', () => {
    const run = startTelling();
    const [first] = run.tell(onHold);
    run.store.markRead(first?.changeIds ?? []);
    expect(run.tell(resolved)).toMatchObject([{ replaces: null, body: 'Autumn summit' }]);
  });

  it('says only what is unread', () => {
    const run = startTelling();
    run.tell(onHold, { comment: { id: '1', body: 'One', mentionsMe: false } });
    run.store.markRead(['2']);
    expect(run.tell({ comment: { id: '2', body: 'Two', mentionsMe: false } })).toMatchObject([
      { replaces: '2', title: 'Bo put “Task 7” on hold', body: 'Autumn summit · “Two”' },
    ]);
  });

  it('does so also after a restart', () => {
    const first = startTelling();
    first.tell(onHold);
    expect(first.restart().tell(resolved)).toMatchObject([{ replaces: '1', title: 'Chi resolved “Task 7”' }]);
  });

  it('leaves the notifications of other tasks alone', () => {
    const run = startTelling();
    expect(run.tell(onHold, { ...resolved, taskId: '8' })).toMatchObject([{ replaces: null }, { replaces: null }]);
  });

  it('tells of what it took the place of, too', () => {
    const run = startTelling();
    run.tell(onHold, resolved);
    expect(run.ledger.notification('2')?.changeIds).toEqual(['1', '2']);
    const filter = { ...noFilter, notificationId: '2' };
    expect(run.store.list({ before: null, limit: 9, filter }).map(({ id }) => id)).toEqual(['2', '1']);
  });

  it('has the actions and the page of the newest', () => {
    const run = startTelling();
    expect(run.tell(onHold, { kind: 'gone', url: null, relation: mine }).at(-1)).toMatchObject({
      replaces: '1',
      url: null,
      title: '“Task 7” is gone',
      discreet: { title: 'A task changed' },
    });
  });
});

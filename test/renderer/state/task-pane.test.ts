import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../electron/contract/index.ts';
import { sampleTaskDetail } from '../harness/sample-task-detail.ts';
import { page, refusal, row, start } from './started-store.ts';

const detail = (name: string): Reply => ({ ok: true, value: { ...sampleTaskDetail, name } });

const open = async () => {
  const started = await start([
    row(3, { taskId: '71' }),
    row(2, { taskId: '72', unread: false }),
    row(1, { taskId: '71' }),
  ]);
  const { bridge, clock, store } = started;
  bridge.answer('task-detail', (payload) => detail(`task of ${Object(payload).changeId}`));
  const shown = (): string => {
    const answer = store.pane.answer.value;
    return answer.state === 'ready' ? answer.detail.name : answer.state;
  };
  store.showTask('3', false);
  return { ...started, pane: store.pane, shownTask: shown, settle: () => clock.advance(1_000) };
};

describe('the task of a change', () => {
  it('is asked for at once, and its change is read', async () => {
    const { askedFor, bridge, clock, shownTask, store } = await open();
    expect(shownTask()).toBe('asking');
    await clock.advance(0);
    expect(shownTask()).toBe('task of 3');
    expect(bridge.asked).toContainEqual({ name: 'read-changes', payload: { which: 'some', ids: ['3'] } });
    expect(store.changes.row('3')?.unread).toBe(false);
    const before = askedFor('read-changes');
    store.showTask('2', false);
    expect(askedFor('read-changes')).toBe(before);
  });

  it('gives way to the next one at once; an answer about the one before is of no use', async () => {
    const { bridge, clock, pane, shownTask, store } = await open();
    let release: (reply: Reply) => void = () => undefined;
    const held = new Promise<Reply>((resolve) => (release = resolve));
    bridge.answer('task-detail', (payload) => (Object(payload).changeId === '3' ? held : detail('the other')));
    void pane.reload();
    store.showTask('2', false);
    expect(shownTask()).toBe('asking');
    release(detail('too late'));
    await clock.advance(1_000);
    expect(shownTask()).toBe('the other');
  });

  it('stays in sight while one goes to another change of it', async () => {
    const { clock, shownTask, store } = await open();
    await clock.advance(0);
    store.showTask('1', false);
    expect([shownTask(), store.pane.row.value?.id]).toEqual(['task of 3', '1']);
  });

  it('asks but once more for whoever goes through many quickly', async () => {
    const { askedFor, settle, shownTask, store } = await open();
    for (const id of ['2', '1', '2', '3', '2']) store.showTask(id, false);
    await settle();
    expect(askedFor('task-detail')).toBe(2);
    expect(shownTask()).toBe('task of 2');
  });

  it('is read again when it changes, and what is known stays meanwhile', async () => {
    const { askedFor, bridge, settle, shownTask } = await open();
    await settle();
    const before = askedFor('task-detail');
    bridge.push({ event: 'change', row: row(4, { taskId: '71' }) });
    expect(shownTask()).toBe('task of 3');
    await settle();
    expect(askedFor('task-detail')).toBe(before + 1);
    bridge.push({ event: 'change', row: row(5, { taskId: '99' }) });
    await settle();
    expect(askedFor('task-detail')).toBe(before + 1);
  });

  it('says why it could not be read, and is read on asking again', async () => {
    const { bridge, pane, settle, shownTask, store } = await open();
    bridge.answer('task-detail', refusal);
    store.showTask('2', false);
    await settle();
    expect(shownTask()).toBe('failed');
    expect(store.trouble.value).toBeNull();
    bridge.answer('task-detail', detail('there'));
    await pane.reload();
    expect(shownTask()).toBe('there');
  });

  it('stays when its change is not listed any more, and can be acted on', async () => {
    const { bridge, pane, settle, store } = await open();
    await settle();
    bridge.answer('changes', page([row(9)]));
    bridge.answer('resolve-task', { ok: true, value: { isResolved: true } });
    store.narrowing.search('other');
    await settle();
    expect(store.changes.row('3')).toBeNull();
    await store.actions.toggle('3');
    expect(pane.row.value).toMatchObject({ id: '3', isResolved: true });
  });

  it('leads back to its row when it is closed', async () => {
    const { store } = await open();
    store.hideTask();
    expect([store.pane.row.value, store.changes.wanted.value]).toEqual([null, '3']);
  });
});

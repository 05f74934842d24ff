import { describe, expect, it } from 'vitest';
import { type ChangeFilter, type Reply, noFilter } from '../../../electron/contract/index.ts';
import { page, refusal, row, start } from './started-store.ts';

const askedTexts = (asked: readonly { readonly name: string; readonly payload: unknown }[]): readonly unknown[] =>
  asked.filter(({ name }) => name === 'changes').map(({ payload }) => Object(payload).filter.text);

describe('searching', () => {
  it('begins with the first key, and keeps what was found until the next answer is there', async () => {
    const { bridge, clock, shown, store } = await start();
    let release: (reply: Reply) => void = () => undefined;
    const held = new Promise<Reply>((resolve) => (release = resolve));
    bridge.answer('changes', () => held);
    store.narrowing.search('s');
    await clock.advance(0);
    expect(bridge.asked.at(-1)?.payload).toMatchObject({ before: null, filter: { text: 's' } });
    expect([shown(), store.narrowing.text.value]).toEqual(['2* 1*', 's']);
    release(page([row(1)]));
    await clock.advance(0);
    expect(shown()).toBe('1*');
  });

  it('asks for the latest text only, while an answer is awaited', async () => {
    const { bridge, clock, store } = await start();
    const releases: ((reply: Reply) => void)[] = [];
    bridge.answer('changes', () => new Promise((resolve) => releases.push(resolve)));
    for (const text of ['s', 'sp', 'spe', 'spec']) store.narrowing.search(text);
    await clock.advance(0);
    releases[0]?.(page([row(2)]));
    await clock.advance(0);
    releases[1]?.(page([row(1)]));
    await clock.advance(0);
    expect(askedTexts(bridge.asked).slice(1)).toEqual(['s', 'spec']);
    expect(store.narrowing.text.value).toBe('spec');
  });

  it('is over when the field is empty', async () => {
    const { bridge, clock, store } = await start();
    store.narrowing.search('spec');
    await clock.advance(0);
    store.narrowing.search(' ');
    await clock.advance(0);
    expect(bridge.asked.at(-1)?.payload).toMatchObject({ filter: noFilter });
    expect(store.changes.isNarrowed.value).toBe(false);
  });

  it('goes on after an answer that failed', async () => {
    const { bridge, clock, store } = await start();
    bridge.answer('changes', refusal);
    store.narrowing.search('a');
    await clock.advance(0);
    bridge.answer('changes', page([row(1)]));
    store.narrowing.search('ab');
    await clock.advance(0);
    expect(askedTexts(bridge.asked).slice(1)).toEqual(['a', 'ab']);
  });

  it('says how many were found once the keys rest', async () => {
    const { bridge, clock, store } = await start();
    bridge.answer('changes', { ok: true, value: { rows: [row(1)], next: null, total: 12 } });
    store.narrowing.search('sp');
    await clock.advance(500);
    store.narrowing.search('spe');
    await clock.advance(500);
    expect(store.announcer.text.value).toBe('');
    await clock.advance(500);
    expect(store.announcer.text.value).toBe('12 changes found');
  });
});

describe('narrowing the list', () => {
  it('adds to what narrows it already, and clearing leaves which ones are shown', async () => {
    const { bridge, clock, store } = await start();
    const last = (): unknown => Object(bridge.asked.at(-1)?.payload).filter;
    store.narrowing.search('spec');
    store.narrowing.narrow({ projectId: '31' });
    await clock.advance(0);
    store.narrowing.narrow({ show: 'unread' });
    await clock.advance(0);
    expect(last()).toEqual({ ...noFilter, text: 'spec', projectId: '31', show: 'unread' });
    store.narrowing.clear();
    await clock.advance(0);
    expect(last()).toEqual({ ...noFilter, show: 'unread' });
  });

  it('is remembered, but for what was of the moment', async () => {
    const { clock, store, views } = await start();
    store.narrowing.narrow({ projectId: '31', subject: 'comment', text: 'spec', notificationId: '7' });
    store.changes.group('project');
    await clock.advance(0);
    expect(views.at(-1)).toEqual({
      filter: { ...noFilter, projectId: '31', subject: 'comment' },
      grouping: 'project',
    });
  });

  it('is there from the first question on after a start', async () => {
    const filter: ChangeFilter = { ...noFilter, show: 'unread', personId: '501' };
    const { bridge, store } = await start([row(1)], null, { filter, grouping: 'task' });
    expect(bridge.asked.find(({ name }) => name === 'changes')?.payload).toMatchObject({ filter });
    expect(store.changes.grouping.value).toBe('task');
  });
});

describe('new changes in a narrowed list', () => {
  const narrowed = async (part: Partial<ChangeFilter>) => {
    const started = await start([row(2)]);
    started.store.narrowing.narrow(part);
    await started.clock.advance(0);
    return started;
  };

  it('join it where the app says that they belong to it', async () => {
    const { bridge, clock, shown } = await narrowed({ text: 'spec' });
    bridge.answer('changes', page([row(3), row(2)]));
    bridge.push({ event: 'change', row: row(3) });
    await clock.advance(0);
    expect(shown()).toBe('3* 2*');
  });

  it('are counted and move nothing while something else is read', async () => {
    const { bridge, clock, reader, store } = await narrowed({ text: 'spec' });
    reader.isAtTop = false;
    bridge.answer('changes', page([row(3), row(2)]));
    bridge.push({ event: 'change', row: row(3) });
    await clock.advance(0);
    expect(store.changes.fresh.value).toBe(1);
  });

  it.each<[string, Partial<ChangeFilter>]>([
    ['another project', { projectId: '999' }],
    ['another person', { personId: '999' }],
    ['another task', { taskId: '999' }],
  ])('of %s are not asked about', async (_, part) => {
    const { askedFor, bridge, clock } = await narrowed(part);
    const before = askedFor('changes');
    bridge.push({ event: 'change', row: row(3) });
    await clock.advance(0);
    expect(askedFor('changes')).toBe(before);
  });

  it('make one question of a flood', async () => {
    const { askedFor, bridge, clock } = await narrowed({ text: 'spec' });
    const before = askedFor('changes');
    for (let id = 10; id < 60; id += 1) bridge.push({ event: 'change', row: row(id) });
    await clock.advance(0);
    expect(askedFor('changes') - before).toBeLessThanOrEqual(2);
  });

  it('are loaded as a whole when more came than one question tells', async () => {
    const { bridge, clock, shown } = await narrowed({ text: 'spec' });
    const many = Array.from({ length: 60 }, (_, index) => row(100 - index));
    bridge.answer('changes', (payload) => {
      const { limit } = Object(payload);
      return { ok: true, value: { rows: many.slice(0, limit), next: limit < 60 ? '71' : null, total: 60 } };
    });
    bridge.push({ event: 'change', row: row(100) });
    await clock.advance(0);
    expect(shown().split(' ')).toHaveLength(60);
  });
});

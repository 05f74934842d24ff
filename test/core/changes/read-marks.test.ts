import { describe, expect, it } from 'vitest';
import { ignored, listed, startHistory } from './recorded.ts';

const filled = () => {
  const history = startHistory();
  history.record();
  history.record({}, { decision: listed });
  history.record();
  history.record();
  return history;
};

describe('marking changes read', () => {
  it('counts what was worth telling and is not read', () => {
    const { store } = filled();
    expect(store.unreadCount()).toBe(3);
    expect(store.markRead(['1', '1', '2', '99'])).not.toBeNull();
    expect(store.unreadCount()).toBe(2);
    store.markRead(null);
    expect(store.unreadCount()).toBe(0);
  });

  it('says nothing when none of them was unread', () => {
    const { store } = filled();
    expect(store.markRead(['2', '99'])).toBeNull();
    expect(store.markRead([])).toBeNull();
  });

  it('gives every reading a time of its own, also within one moment', () => {
    const { store, clock } = filled();
    expect([store.markRead(['1']), store.markRead(['3']), store.markRead(['4'])]).toEqual([
      clock.now(),
      clock.now() + 1,
      clock.now() + 2,
    ]);
  });
});

describe('undoing a reading', () => {
  it('makes unread what it marked, and nothing else', () => {
    const { store } = filled();
    store.markRead(['1']);
    const readAt = store.markRead(null) ?? 0;
    expect(store.undoRead(readAt)).toEqual(['3', '4']);
    expect(store.unreadCount()).toBe(2);
  });

  it('works once', () => {
    const { store } = filled();
    const readAt = store.markRead(['1']) ?? 0;
    expect(store.undoRead(readAt)).toEqual(['1']);
    expect(store.undoRead(readAt)).toEqual([]);
  });

  it('leaves what was read again since', async () => {
    const { store, clock } = filled();
    const readAt = store.markRead(['1', '3']) ?? 0;
    store.markUnread(['1']);
    await clock.advance(1_000);
    store.markRead(['1']);
    expect(store.undoRead(readAt)).toEqual(['3']);
  });

  it('of a time that is none does nothing', () => {
    const { store, clock } = filled();
    expect(store.undoRead(clock.now())).toEqual([]);
    expect(store.unreadCount()).toBe(3);
  });

  it('is remembered for the latest readings only', () => {
    const history = startHistory();
    for (let each = 0; each < 25; each += 1) history.record();
    const readings = Array.from({ length: 25 }, (_, index) => history.store.markRead([String(index + 1)]) ?? 0);
    expect(history.store.undoRead(readings[0] ?? 0)).toEqual([]);
    expect(history.store.undoRead(readings[24] ?? 0)).toEqual(['25']);
  });
});

describe('marking changes unread', () => {
  it('works for those that were only listed, too', () => {
    const { store } = filled();
    store.markRead(['1']);
    expect(store.markUnread(['1', '2', '3', '99'])).toEqual(['1', '2']);
    expect(store.unreadCount()).toBe(4);
  });

  it('leaves alone what is not listed', () => {
    const { store, record } = startHistory();
    record({}, { decision: ignored });
    expect(store.markUnread(['1'])).toEqual([]);
  });
});

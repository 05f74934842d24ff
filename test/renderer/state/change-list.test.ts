import { describe, expect, it } from 'vitest';
import { type Reply, noFilter } from '../../../electron/contract/index.ts';
import { refusal, row, start } from './started-store.ts';

/** A store over an app with `count` changes, of which the newest page is loaded. */
const startLong = async (count: number) => {
  const gone = new Set<number>();
  const started = await start([]);
  const { bridge, clock, store } = started;
  const changes = (payload: unknown): Reply => {
    const { before, limit } = Object(payload);
    const from = before === null ? count : Number(before) - 1;
    const all = Array.from({ length: from }, (_, index) => from - index).filter((id) => !gone.has(id));
    const rows = all.slice(0, limit).map((id) => row(id));
    return { ok: true, value: { rows, next: all.length > limit ? (rows.at(-1)?.id ?? null) : null, total: count } };
  };
  bridge.answer('changes', changes);
  await store.changes.reload();
  const { places } = store.changes;
  const held = (): number => places.value.filter(({ id }) => store.changes.row(id) !== null).length;
  const look = async (first: number): Promise<void> => {
    store.changes.look(first, first + 10);
    await clock.advance(0);
  };
  /** Goes down until that many changes are listed. */
  const goDown = async (to: number): Promise<void> => {
    while (places.value.length < to) await look(places.value.length - 11);
  };
  return { ...started, changes: store.changes, places, held, look, goDown, gone };
};

describe('a long list', () => {
  it('loads what comes next before one is there', async () => {
    const { look, places } = await startLong(1_000);
    await look(20);
    expect(places.value).toHaveLength(100);
    await look(60);
    expect(places.value).toHaveLength(200);
  });

  it('holds a bounded number of rows however far one goes', async () => {
    const { goDown, held, places } = await startLong(5_000);
    await goDown(5_000);
    expect(places.value).toHaveLength(5_000);
    expect(held()).toBeLessThan(1_200);
  });

  it('loads again what was let go, page by page, and asks for nothing twice', async () => {
    const { bridge, changes, goDown, look, places } = await startLong(3_000);
    await goDown(3_000);
    expect(changes.row('2000')).toBeNull();
    const before = bridge.asked.length;
    await look(1_000);
    expect(changes.row(places.value[1_000]?.id ?? '')).not.toBeNull();
    expect(bridge.asked.slice(before).map(({ payload }) => payload)).toEqual([
      { before: '2101', limit: 100, filter: noFilter },
      { before: '2001', limit: 100, filter: noFilter },
    ]);
    await look(1_001);
    expect(bridge.asked).toHaveLength(before + 2);
  });

  it('holds on to the row that is selected', async () => {
    const { changes, goDown } = await startLong(5_000);
    await goDown(600);
    changes.select('4800');
    await goDown(5_000);
    expect(changes.row('4800')?.id).toBe('4800');
    expect(changes.row('4300')).toBeNull();
  });

  it('drops from the list what is not there any more when it is loaded again', async () => {
    const { changes, goDown, gone, look, places } = await startLong(3_000);
    await goDown(3_000);
    gone.add(1_950);
    gone.add(1_951);
    await look(1_000);
    expect(places.value).toHaveLength(2_998);
    expect(changes.row('1949')).not.toBeNull();
  });

  it('says so when something could not be loaded again, and tries when one looks again', async () => {
    const { bridge, changes, clock, goDown, look, store } = await startLong(3_000);
    await goDown(3_000);
    bridge.answer('changes', refusal);
    await look(1_000);
    expect(store.trouble.value?.message).toBe('It did not work.');
    expect(changes.row('2000')).toBeNull();
    const before = bridge.asked.length;
    await clock.advance(60_000);
    expect(bridge.asked).toHaveLength(before);
    bridge.answer('changes', { ok: true, value: { rows: [], next: null, total: 0 } });
    await look(1_001);
    expect(bridge.asked.length).toBeGreaterThan(before);
  });

  it('stays where it is when the connection comes back', async () => {
    const { changes, goDown, look, places } = await startLong(3_000);
    await goDown(2_000);
    await changes.reload();
    expect(places.value).toHaveLength(2_000);
    expect(changes.row('3000')).not.toBeNull();
    await look(1_500);
    expect(changes.row(places.value[1_500]?.id ?? '')).not.toBeNull();
    await goDown(3_000);
    expect(places.value).toHaveLength(3_000);
  });

  it('begins anew when more came meanwhile than one page tells', async () => {
    const { bridge, changes, goDown, places } = await startLong(3_000);
    await goDown(500);
    const rows = Array.from({ length: 100 }, (_, index) => row(9_000 - index));
    bridge.answer('changes', { ok: true, value: { rows, next: '8901', total: 9_000 } });
    await changes.reload();
    expect(places.value.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  it('forgets its far end when one is back at the newest change', async () => {
    const { changes, goDown, places } = await startLong(3_000);
    await goDown(3_000);
    changes.sawTop();
    expect(places.value).toHaveLength(400);
    expect(changes.state.value).toBe('more');
  });
});

describe('new changes', () => {
  it('are counted while something else is read, until the newest is seen', async () => {
    const { bridge, reader, store } = await start();
    reader.isAtTop = false;
    bridge.push({ event: 'change', row: row(3) });
    bridge.push({ event: 'change', row: row(4) });
    bridge.push({ event: 'change', row: row(4, { sentence: 'Again' }) });
    expect(store.changes.fresh.value).toBe(2);
    store.changes.sawTop();
    expect(store.changes.fresh.value).toBe(0);
  });

  it('are not counted at the top', async () => {
    const { bridge, store } = await start();
    bridge.push({ event: 'change', row: row(3) });
    expect(store.changes.fresh.value).toBe(0);
  });

  it('that are older than what is loaded wait until one comes there', async () => {
    const { bridge, shown, store, clock } = await start([row(9), row(8)], '8');
    bridge.push({ event: 'change', row: row(3) });
    await clock.advance(1_000);
    expect(shown()).toBe('9* 8*');
    expect([store.changes.fresh.value, store.announcer.text.value]).toEqual([0, '']);
  });
});

describe('going from row to row', () => {
  it('lets the row that was gone to take the focus, once', async () => {
    const { store } = await start([row(3), row(2), row(1)]);
    store.changes.step(1);
    expect([store.changes.selected.value, store.changes.wanted.value]).toEqual(['3', '3']);
    store.changes.arrived();
    store.changes.step(10);
    expect([store.changes.selected.value, store.changes.wanted.value]).toEqual(['1', '1']);
    store.changes.arrived();
    expect(store.changes.wanted.value).toBeNull();
  });
});

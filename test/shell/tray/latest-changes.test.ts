import { expect, it } from 'vitest';
import { type ChangeRow, type Dispatch, type PageEvent, noFilter } from '../../../electron/contract/index.ts';
import { createLatestChanges } from '../../../electron/shell/tray/latest-changes.ts';
import { createMemoryLog } from '../memory-log.ts';
import { aRow } from '../sample-row.ts';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const change: PageEvent = { event: 'change', row: aRow() };

const start = () => {
  const state = { rows: new Array<ChangeRow>(), isFailing: false, readings: 0, changes: 0 };
  const dispatch: Dispatch = async (name, payload) => {
    expect([name, payload]).toEqual(['changes', { before: null, limit: 5, filter: noFilter }]);
    state.readings += 1;
    const rows = state.rows;
    await settle();
    return state.isFailing
      ? { ok: false, failure: { code: 'unexpected', message: 'broken' } }
      : { ok: true, value: { rows, next: null, total: rows.length } };
  };
  const log = createMemoryLog();
  const latest = createLatestChanges({
    dispatch,
    onChanged: () => {
      state.changes += 1;
    },
    log,
  });
  const wait = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await settle();
  };
  return { latest, state, log, wait };
};

it('has the latest changes from the start, and what came since', async () => {
  const { latest, state, wait } = start();
  await wait();
  expect(latest.current()).toEqual([]);
  state.rows = [aRow({ id: '2' })];
  latest.hear(change);
  await wait();
  expect(latest.current().map(({ id }) => id)).toEqual(['2']);
  expect(state.changes).toBe(2);
});

it('reads once more, not once each, after a flood', async () => {
  const { latest, state, wait } = start();
  for (let each = 0; each < 500; each += 1) latest.hear(change);
  state.rows = [aRow({ id: '500' })];
  await wait();
  expect(state.readings).toBeLessThanOrEqual(2);
  expect(latest.current().map(({ id }) => id)).toEqual(['500']);
});

it('is not concerned with what does not change the list', async () => {
  const { latest, state, wait } = start();
  await wait();
  latest.hear({ event: 'show-view', view: 'settings' });
  await wait();
  expect(state.readings).toBe(1);
});

it('keeps what it had when it cannot be read', async () => {
  const { latest, state, log, wait } = start();
  state.rows = [aRow({ id: '2' })];
  await wait();
  state.isFailing = true;
  latest.hear(change);
  await wait();
  expect(latest.current().map(({ id }) => id)).toEqual(['2']);
  expect(log.lines.join()).toContain('broken');
});

it('says nothing once it is over', async () => {
  const { latest, state, wait } = start();
  latest.dispose();
  await wait();
  expect(state.changes).toBe(0);
});

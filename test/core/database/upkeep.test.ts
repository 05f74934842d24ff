import { expect, it, onTestFinished } from 'vitest';
import type { HistorySettings } from '../../../electron/contract/index.ts';
import { createUpkeep } from '../../../electron/core/database/upkeep.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { startHistory } from '../changes/recorded.ts';

const day = 24 * 3_600_000;
const minute = 60_000;

const start = (settings: HistorySettings = { days: 90, changes: 50_000 }) => {
  const history = startHistory();
  const log = createFakeLog();
  const current = { ...settings };
  let pruned = 0;
  const upkeep = createUpkeep({
    database: history.database,
    clock: history.clock,
    log,
    settings: () => current,
    onPruned: () => {
      pruned += 1;
    },
  });
  onTestFinished(() => upkeep.dispose());
  return { ...history, upkeep, log, settings: current, pruned: () => pruned };
};

it('deletes what is too old soon after the start, and says so once', async () => {
  const { upkeep, clock, record, titles, pruned } = start();
  for (let each = 0; each < 60; each += 1) record({ title: 'Old' });
  await clock.advance(90 * day + 1);
  record({ title: 'New' });
  upkeep.start();
  expect(titles()).toHaveLength(61);
  await clock.advance(minute);
  expect(titles()).toEqual(['New']);
  expect(pruned()).toBe(1);
});

it('looks again every day', async () => {
  const { upkeep, clock, record, titles, pruned } = start();
  record({ title: 'One' });
  upkeep.start();
  await clock.advance(89 * day);
  expect(titles()).toEqual(['One']);
  expect(pruned()).toBe(0);
  await clock.advance(2 * day);
  expect(titles()).toEqual([]);
});

it('keeps to other settings at once', async () => {
  const { upkeep, clock, record, titles, settings } = start();
  record({ title: 'One' });
  record({ title: 'Two' });
  upkeep.start();
  await clock.advance(2 * minute);
  settings.changes = 1;
  upkeep.now();
  await clock.advance(1_000);
  expect(titles()).toEqual(['Two']);
});

it('has one timer at most, and none once it is over', async () => {
  const { upkeep, clock, record } = start();
  for (let each = 0; each < 60; each += 1) record();
  await clock.advance(100 * day);
  upkeep.start();
  upkeep.now();
  expect(clock.waiting()).toBe(1);
  await clock.advance(50);
  expect(clock.waiting()).toBe(1);
  upkeep.dispose();
  expect(clock.waiting()).toBe(0);
  upkeep.now();
  expect(clock.waiting()).toBe(0);
});

it('tries again the next day when nothing can be written', async () => {
  const { upkeep, clock, database, record, titles, log } = start({ days: 1, changes: 50_000 });
  record({ title: 'One' });
  await clock.advance(2 * day);
  database.exec(`CREATE TRIGGER broken BEFORE DELETE ON change BEGIN SELECT raise(ABORT, 'disk full'); END`);
  upkeep.start();
  await clock.advance(minute);
  expect(titles()).toEqual(['One']);
  expect(log.lines.join()).toContain('disk full');
  database.exec('DROP TRIGGER broken');
  await clock.advance(day);
  expect(titles()).toEqual([]);
});

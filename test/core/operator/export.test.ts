import { describe, expect, it } from 'vitest';
import { openDatabaseReadOnly } from '../../../electron/core/database/open.ts';
import { exportHistory } from '../../../electron/core/operator/export.ts';
import type { OperatorLine } from '../../../electron/core/operator/line.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { aTask } from '../../fakes/task.ts';
import { type Way, startWay } from '../changes/way-of-a-hook.ts';

const exported = (way: Way): readonly OperatorLine[] => {
  const database = openDatabaseReadOnly(way.database.location() ?? '');
  const lines: OperatorLine[] = [];
  try {
    exportHistory(database, (line) => lines.push(line));
  } finally {
    database.close();
  }
  return lines;
};

/** Hooks of every outcome: changed and told, changed and skipped, unchanged, not visible, gone, and one by the catch-up. */
const eventfulDay = async (): Promise<Way> => {
  const way = startWay();
  for (const id of ['7', '8', '9', '11', '12']) {
    way.redbooth.put(aTask({ id }));
    way.store.adopt('1', [aTask({ id })]);
  }
  way.redbooth.comment('7', { userId: '3', createdAt: way.clock.now(), body: 'One' });
  way.redbooth.comment('7', { userId: '1', createdAt: way.clock.now(), body: 'Two' });
  way.redbooth.edit('11', { status: 'resolved', updatedAt: way.clock.now(), watcherUserIds: [] });
  way.redbooth.remove('9');
  await way.ring('7', '7', '8', '9', '404');
  await way.append([{ taskId: '11', action: 'update', source: 'catch-up', hookUrlId: null }]);
  await way.clock.advance(60_000);
  return way;
};

describe('the export', () => {
  it('says what the app said while it ran, line for line', async () => {
    const way = await eventfulDay();
    const inOrder = (lines: readonly OperatorLine[]) => lines.map((line) => JSON.stringify(line)).sort();
    const lines = exported(way).filter(({ event }) => event !== 'hook');
    expect(way.lines.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['change', 'settled', 'notification', 'skipped']),
    );
    expect(inOrder(lines)).toEqual(inOrder(way.lines));
  });

  it('lists received hooks, and not those of the catch-up', async () => {
    const way = await eventfulDay();
    expect(exported(way).filter(({ event }) => event === 'hook')).toEqual(
      ['7', '7', '8', '9', '404'].map((taskId, index) => ({
        event: 'hook',
        id: String(index + 1),
        taskId,
        action: 'update',
      })),
    );
  });

  it('comes in the order hooks, changes, settled, notifications, skipped', async () => {
    const way = await eventfulDay();
    expect([...new Set(exported(way).map(({ event }) => event))]).toEqual([
      'hook',
      'change',
      'settled',
      'notification',
      'skipped',
    ]);
  });

  it('is of one moment though the app goes on writing', async () => {
    const way = await eventfulDay();
    const database = openDatabaseReadOnly(way.database.location() ?? '');
    const hooks = new Set<string>();
    const linked: string[] = [];
    let hasWritten = false;
    exportHistory(database, (line) => {
      if (line.event === 'hook') hooks.add(line.id);
      if (line.event === 'change') linked.push(...line.hookIds);
      if (hasWritten) return;
      hasWritten = true;
      way.database.exec(
        `INSERT INTO hook (task_id, action, source, received_at, settled_at, result) VALUES ('7', 'update', 'listener', 1, 1, 'changed');
         INSERT INTO change_hook (change_id, hook_id) VALUES (1, (SELECT max(id) FROM hook))`,
      );
    });
    database.close();
    expect(linked.filter((id) => !hooks.has(id))).toEqual([]);
  });

  it('of an empty history is empty', () => {
    const history = temporaryHistory();
    history.open().close();
    const database = openDatabaseReadOnly(history.file);
    const lines: OperatorLine[] = [];
    exportHistory(database, (line) => lines.push(line));
    database.close();
    expect(lines).toEqual([]);
  });
});

import { onTestFinished } from 'vitest';
import type { ChangeRow, Reply } from '../../../electron/contract/index.ts';
import { createStore } from '../../../renderer/state/store.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeBridge } from '../harness/fake-bridge.ts';
import { sampleOverview, sampleRow } from '../harness/sample.ts';

/** An unread row. */
export const row = (id: number, part: Partial<ChangeRow> = {}): ChangeRow =>
  sampleRow({ id: String(id), at: id * 1_000, unread: true, ...part });
/** The answer to a question for rows. */
export const page = (rows: readonly ChangeRow[], next: string | null = null): Reply => ({
  ok: true,
  value: { rows, next },
});
export const refusal: Reply = { ok: false, failure: { code: 'unexpected', message: 'It did not work.' } };

/** A connected store over an app that answers by script. */
export const start = async (rows: readonly ChangeRow[] = [row(2), row(1)], next: string | null = null) => {
  const bridge = createFakeBridge();
  const clock = createFakeClock();
  const links: string[] = [];
  const notifications: string[] = [];
  bridge.answer('overview', { ok: true, value: { ...sampleOverview, unread: 2 } });
  bridge.answer('changes', page(rows, next));
  bridge.answer('open-change', { ok: true, value: { kind: 'opened' } });
  bridge.answer('read-changes', { ok: true, value: { unread: 0 } });
  const store = createStore({
    bridge,
    openLink: (address) => links.push(address),
    showNotification: ({ id }) => notifications.push(id),
    schedule: (milliseconds, task) => clock.schedule(milliseconds, task),
    isAtTop: () => true,
  });
  onTestFinished(() => store.dispose());
  bridge.connect(true);
  await clock.advance(0);
  const shown = (): string => store.changes.rows.value.map(({ id, unread }) => (unread ? `${id}*` : id)).join(' ');
  const askedFor = (name: string): number => bridge.asked.filter((request) => request.name === name).length;
  return { bridge, clock, store, links, notifications, shown, askedFor };
};

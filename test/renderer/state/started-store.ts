import { onTestFinished } from 'vitest';
import { type ChangeRow, type Reply, noFilter } from '../../../electron/contract/index.ts';
import type { ListView } from '../../../renderer/state/list-view.ts';
import { createStore } from '../../../renderer/state/store.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeBridge } from '../harness/fake-bridge.ts';
import { sampleOverview, sampleRow } from '../harness/sample.ts';
import { inEnglish } from '../harness/sample-speech.ts';

/** An unread row. */
export const row = (id: number, part: Partial<ChangeRow> = {}): ChangeRow =>
  sampleRow({ id: String(id), at: id * 1_000, unread: true, ...part });
/** The answer to a question for rows. */
export const page = (rows: readonly ChangeRow[], next: string | null = null): Reply => ({
  ok: true,
  value: { rows, next, total: rows.length },
});
export const refusal: Reply = { ok: false, failure: { code: 'unexpected', message: 'It did not work.' } };

const usualView: ListView = { filter: noFilter, grouping: 'day' };

/** A connected store over an app that answers by script. */
export const start = async (
  rows: readonly ChangeRow[] = [row(2), row(1)],
  next: string | null = null,
  remembered = usualView,
) => {
  const bridge = createFakeBridge();
  const clock = createFakeClock();
  const reader = { isAtTop: true };
  const speaking = { speech: inEnglish };
  const links: string[] = [];
  const notifications: string[] = [];
  const views: ListView[] = [];
  bridge.answer('overview', { ok: true, value: { ...sampleOverview, unread: 2 } });
  bridge.answer('changes', page(rows, next));
  bridge.answer('open-change', { ok: true, value: { kind: 'opened' } });
  bridge.answer('read-changes', { ok: true, value: { unread: 0, readAt: null } });
  const store = createStore({
    bridge,
    speech: () => speaking.speech,
    openLink: (address) => links.push(address),
    notifications: { show: ({ id }) => notifications.push(id), read: () => undefined },
    schedule: (milliseconds, task) => clock.schedule(milliseconds, task),
    isAtTop: () => reader.isAtTop,
    listView: { remembered, remember: (view) => views.push(view) },
  });
  onTestFinished(() => store.dispose());
  bridge.connect(true);
  await clock.advance(0);
  const words = (id: string): string => {
    const row = store.changes.row(id);
    if (row === null) return `(${id})`;
    return row.unread ? `${id}*` : id;
  };
  /** The list, newest first: unread rows with an asterisk, those out of memory in brackets. */
  const shown = (): string => store.changes.places.value.map(({ id }) => words(id)).join(' ');
  const askedFor = (name: string): number => bridge.asked.filter((request) => request.name === name).length;
  return { bridge, clock, store, reader, speaking, links, notifications, views, shown, askedFor };
};

import { describe, expect, it } from 'vitest';
import { signal } from '@preact/signals';
import type { NotificationMute } from '../../../electron/contract/index.ts';
import { createRowMenu } from '../../../renderer/state/row-menu.ts';
import { createFakeBridge } from '../harness/fake-bridge.ts';
import { sampleNow, sampleRow } from '../harness/sample.ts';
import { inEnglish } from '../harness/sample-speech.ts';
import { refusal } from './started-store.ts';

const start = () => {
  const bridge = createFakeBridge();
  const said: string[] = [];
  const selected: string[] = [];
  const failures: string[] = [];
  const notificationMute = signal<NotificationMute | null>(null);
  bridge.answer('mute-change', { ok: true, value: { id: '4', readAt: 5_000 } });
  bridge.answer('undo-read', { ok: true, value: { unread: 1 } });
  const menu = createRowMenu({
    bridge,
    select: (id) => selected.push(id),
    say: (sentence) => said.push(sentence),
    failed: ({ message }) => failures.push(message),
    notificationMute: () => notificationMute.value,
    speech: () => inEnglish,
  });
  return { bridge, menu, said, selected, failures, notificationMute };
};
const row = sampleRow({ id: '7' });

describe('the menu of a row', () => {
  it('is open for one row at a time, which is selected', () => {
    const { menu, selected } = start();
    menu.open('7', 'mute');
    expect(menu.opened.value).toEqual({ id: '7', start: 'mute' });
    menu.open('8');
    expect(menu.opened.value).toEqual({ id: '8', start: 'snooze' });
    expect(selected).toEqual(['7', '8']);
    menu.close();
    expect(menu.opened.value).toBeNull();
  });

  it('snoozes the change, and says until when', async () => {
    const { bridge, menu, said } = start();
    expect(await menu.snooze(row, 20, sampleNow)).toBeNull();
    expect(bridge.asked).toEqual([{ name: 'snooze-change', payload: { changeId: '7', minutes: 20 } }]);
    expect(said).toEqual(['Snoozed until 17:50 today']);
  });

  it('mutes what the change is about, and keeps saying so at the row', async () => {
    const { bridge, menu, said } = start();
    expect(await menu.mute(row, 'project', null, sampleNow)).toBeNull();
    expect(bridge.asked).toEqual([{ name: 'mute-change', payload: { changeId: '7', kind: 'project', minutes: null } }]);
    expect(said).toEqual(['Muted Autumn summit until you take it back']);
    expect(menu.mutedFrom('7')).toMatchObject({ kind: 'project', name: 'Autumn summit', until: null });
    expect(menu.mutedFrom('8')).toBeNull();
  });

  it('takes back what was muted last, and what that marked as read is unread again', async () => {
    const { bridge, menu, said, failures } = start();
    await menu.mute(row, 'project', 60, sampleNow);
    expect(await menu.undoMute('7')).toBe(true);
    expect(bridge.asked.slice(1)).toEqual([
      { name: 'unmute', payload: { id: '4' } },
      { name: 'undo-read', payload: { readAt: 5_000 } },
    ]);
    expect(said.at(-1)).toBe('Autumn summit is muted no longer');
    expect(menu.mutedFrom('7')).toBeNull();
    expect(failures).toEqual([]);
  });

  it('takes back a mute once, and makes nothing unread where all was read', async () => {
    const { bridge, menu } = start();
    bridge.answer('mute-change', { ok: true, value: { id: '4', readAt: null } });
    await menu.mute(row, 'project', 60, sampleNow);
    expect(await Promise.all([menu.undoMute('7'), menu.undoMute('7')])).toEqual([true, false]);
    expect(bridge.asked.slice(1)).toEqual([{ name: 'unmute', payload: { id: '4' } }]);
  });

  it('tells why a mute could not be taken back', async () => {
    const { bridge, menu, failures } = start();
    bridge.answer('unmute', refusal);
    await menu.mute(row, 'project', 60, sampleNow);
    expect(await menu.undoMute('7')).toBe(false);
    expect(failures).toEqual(['It did not work.']);
  });

  it('says what a notification’s button muted at the row that it told, and takes that back once', async () => {
    const { bridge, menu, notificationMute, said } = start();
    const until = sampleNow + 24 * 3_600_000;
    notificationMute.value = { id: '6', changeId: '7', until, readAt: 4_000 };
    expect(menu.mutedFrom('7')).toMatchObject({ kind: 'task', until });
    expect(menu.mutedFrom('8')).toBeNull();
    expect(await Promise.all([menu.undoMute('7'), menu.undoMute('7')])).toEqual([true, false]);
    expect(bridge.asked).toEqual([
      { name: 'unmute', payload: { id: '6' } },
      { name: 'undo-read', payload: { readAt: 4_000 } },
    ]);
    expect(said).toEqual(['This task is muted no longer']);
    expect(menu.mutedFrom('7')).toBeNull();
  });

  it('keeps what was muted from another row, when a notification’s is taken back', async () => {
    const { menu, notificationMute } = start();
    await menu.mute(sampleRow({ id: '8' }), 'project', null, sampleNow);
    notificationMute.value = { id: '6', changeId: '7', until: null, readAt: null };
    await menu.undoMute('7');
    expect(menu.mutedFrom('8')).toMatchObject({ kind: 'project' });
  });

  it('leaves a failure to whoever asked', async () => {
    const { bridge, menu, said } = start();
    bridge.answer('mute-change', refusal);
    bridge.answer('snooze-change', refusal);
    expect((await menu.mute(row, 'task', 60, sampleNow))?.message).toBe('It did not work.');
    expect((await menu.snooze(row, 60, sampleNow))?.message).toBe('It did not work.');
    expect(said).toEqual([]);
    expect(menu.mutedFrom('7')).toBeNull();
  });
});

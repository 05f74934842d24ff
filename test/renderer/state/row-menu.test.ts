import { describe, expect, it } from 'vitest';
import { createRowMenu } from '../../../renderer/state/row-menu.ts';
import { createFakeBridge } from '../harness/fake-bridge.ts';
import { sampleNow, sampleRow } from '../harness/sample.ts';
import { refusal } from './started-store.ts';

const start = () => {
  const bridge = createFakeBridge();
  const said: string[] = [];
  const selected: string[] = [];
  const menu = createRowMenu({ bridge, select: (id) => selected.push(id), say: (sentence) => said.push(sentence) });
  return { bridge, menu, said, selected };
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
    expect(menu.mutedFrom('7')).toBe('Muted Autumn summit until you take it back');
    expect(menu.mutedFrom('8')).toBeNull();
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

import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../electron/contract/index.ts';
import { createPreferenceList } from '../../../renderer/state/preferences.ts';
import { createFakeBridge } from '../harness/fake-bridge.ts';
import { samplePreferences } from '../harness/sample-preferences.ts';
import { refusal } from './started-store.ts';

const done: Reply = { ok: true, value: null };

const start = async () => {
  const bridge = createFakeBridge();
  bridge.answer('preferences', { ok: true, value: samplePreferences });
  const preferences = createPreferenceList({ bridge });
  await preferences.load();
  /** Holds the answer to the next change back. */
  const hold = (): ((reply: Reply) => void) => {
    let release: (reply: Reply) => void = () => undefined;
    const held = new Promise<Reply>((resolve) => (release = resolve));
    bridge.answer('change-preferences', () => held);
    return release;
  };
  const sent = (): readonly unknown[] =>
    bridge.asked.filter(({ name }) => name === 'change-preferences').map(({ payload }) => payload);
  return { bridge, preferences, hold, sent };
};

describe('preferences', () => {
  it('are unknown until the app has told them', () => {
    expect(createPreferenceList({ bridge: createFakeBridge() }).current.value).toBeNull();
  });

  it('say why the app could not tell them, until it can', async () => {
    const { bridge, preferences } = await start();
    bridge.answer('preferences', refusal);
    await preferences.load();
    expect(preferences.failure.value?.message).toBe('It did not work.');
    expect(preferences.current.value).toEqual(samplePreferences);
    bridge.answer('preferences', { ok: true, value: samplePreferences });
    await preferences.load();
    expect(preferences.failure.value).toBeNull();
  });

  it('show what was chosen before the app has agreed', async () => {
    const { preferences, hold } = await start();
    const release = hold();
    const changed = preferences.change({ theme: 'dark' });
    expect(preferences.current.value).toEqual({ ...samplePreferences, theme: 'dark' });
    release(done);
    expect(await changed).toBe(true);
    expect(preferences.current.value).toEqual({ ...samplePreferences, theme: 'dark' });
  });

  it('go back to what they were, with a reason at the control, when the app does not agree', async () => {
    const { bridge, preferences } = await start();
    bridge.answer('change-preferences', refusal);
    expect(await preferences.change({ theme: 'dark' })).toBe(false);
    expect(preferences.current.value).toEqual(samplePreferences);
    expect(preferences.failureOf('theme')?.message).toBe('It did not work.');
    expect(preferences.failureOf('rules')).toBeNull();
  });

  it('forget the reason with the next choice of the same', async () => {
    const { bridge, preferences, hold } = await start();
    bridge.answer('change-preferences', refusal);
    await preferences.change({ theme: 'dark' });
    await preferences.change({ dueReminderHour: 7 });
    const release = hold();
    const changed = preferences.change({ theme: 'light' });
    expect(preferences.failureOf('theme')).toBeNull();
    expect(preferences.failureOf('dueReminderHour')).not.toBeNull();
    release(done);
    await changed;
  });

  it('reach the app in the order in which they were chosen, one at a time', async () => {
    const { bridge, preferences, hold, sent } = await start();
    const release = hold();
    const first = preferences.change({ theme: 'dark' });
    const second = preferences.change({ theme: 'light' });
    await Promise.resolve();
    expect(sent()).toEqual([{ theme: 'dark' }]);
    bridge.answer('change-preferences', done);
    release(done);
    await Promise.all([first, second]);
    expect(sent()).toEqual([{ theme: 'dark' }, { theme: 'light' }]);
    expect(preferences.current.value?.theme).toBe('light');
  });

  it('keep a later choice when an earlier one was refused', async () => {
    const { bridge, preferences } = await start();
    bridge.answer('change-preferences', (payload) =>
      JSON.stringify(payload) === JSON.stringify({ theme: 'dark' }) ? refusal : done,
    );
    const refused = preferences.change({ theme: 'dark' });
    const taken = preferences.change({ theme: 'light' });
    expect(await refused).toBe(false);
    expect(await taken).toBe(true);
    expect(preferences.current.value?.theme).toBe('light');
  });

  it('that another page changed are in force here too', async () => {
    const { preferences } = await start();
    preferences.hear({ ...samplePreferences, theme: 'dark' });
    expect(preferences.current.value?.theme).toBe('dark');
  });

  it('that were pushed while they were read are newer than what was read', async () => {
    const { bridge, preferences } = await start();
    let release: (reply: Reply) => void = () => undefined;
    bridge.answer('preferences', () => new Promise<Reply>((resolve) => (release = resolve)));
    const loaded = preferences.load();
    await Promise.resolve();
    preferences.hear({ ...samplePreferences, theme: 'dark' });
    release({ ok: true, value: samplePreferences });
    await loaded;
    expect(preferences.current.value?.theme).toBe('dark');
  });

  it('keep what was just chosen here while another page changes something else', async () => {
    const { preferences, hold } = await start();
    const release = hold();
    const changed = preferences.change({ theme: 'dark' });
    preferences.hear({ ...samplePreferences, dueReminderHour: 7 });
    expect(preferences.current.value).toEqual({ ...samplePreferences, theme: 'dark', dueReminderHour: 7 });
    release(done);
    await changed;
    expect(preferences.current.value).toEqual({ ...samplePreferences, theme: 'dark', dueReminderHour: 7 });
  });

  it('are as the page chose that came last, though the answer to the first one is late', async () => {
    const { preferences, hold } = await start();
    const release = hold();
    const changed = preferences.change({ theme: 'dark' });
    preferences.hear({ ...samplePreferences, theme: 'dark' });
    preferences.hear({ ...samplePreferences, theme: 'light' });
    expect(preferences.current.value?.theme).toBe('light');
    release(done);
    await changed;
    expect(preferences.current.value?.theme).toBe('light');
  });
});

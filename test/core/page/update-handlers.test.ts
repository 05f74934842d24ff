import { describe, expect, it } from 'vitest';
import { createSettings } from '../../../electron/core/settings/settings.ts';
import { createUpdateHandlers } from '../../../electron/core/page/update-handlers.ts';
import type { UpdateState } from '../../../electron/core/updates/update-state.ts';
import { readingAt } from '../../fakes/reading.ts';

const world = (state: UpdateState, overlay: unknown = {}) => {
  const settings = createSettings({ read: () => ({}), write: () => undefined }, overlay, {}, () => undefined);
  if (!settings.ok) throw new Error(settings.failure);
  const calls: string[] = [];
  const handlers = createUpdateHandlers({
    updates: {
      state: () => state,
      checkedAt: () => null,
      notes: () => 'Less noise',
      start: () => undefined,
      check: () => void calls.push('check'),
      download: () => void calls.push('download'),
      install: () => void calls.push('install'),
      dispose: () => undefined,
    },
    settings: settings.value,
    reading: () => readingAt(0),
    onUpdateSettings: () => void calls.push('settings'),
  });
  return { handlers, calls, settings: settings.value };
};
const idle: UpdateState = { state: 'idle' };

describe('updates, as the page asks for them', () => {
  it('begin their steps when the user says so', async () => {
    const { handlers, calls } = world(idle);
    for (const name of ['check-for-updates', 'download-update', 'install-update'] as const)
      expect(await handlers[name](null)).toEqual({ ok: true, value: null });
    expect(calls).toEqual(['check', 'download', 'install']);
  });

  it.each(['check-for-updates', 'download-update', 'install-update'] as const)(
    'are refused in a copy that does not update itself: %s',
    async (name) => {
      const { handlers, calls } = world({ state: 'unsupported', obstacle: 'package-manager' });
      expect(await handlers[name](null)).toMatchObject({ ok: false, failure: { code: 'update-unsupported' } });
      expect(calls).toEqual([]);
    },
  );

  it('are looked for daily or not, as chosen', async () => {
    const { handlers, calls, settings } = world(idle);
    expect(await handlers['change-updates']({ checksDaily: false })).toEqual({ ok: true, value: null });
    expect(settings.current().checksForUpdates).toBe(false);
    expect(calls).toEqual(['settings']);
  });

  it('stay as a settings file has them for this run', async () => {
    const { handlers, calls } = world(idle, { checksForUpdates: false });
    expect(await handlers['change-updates']({ checksDaily: true })).toMatchObject({
      ok: false,
      failure: { code: 'settings-invalid' },
    });
    expect(await handlers['change-updates']({ checksDaily: false })).toEqual({ ok: true, value: null });
    expect(calls).toEqual([]);
  });

  it('come with their notes', async () => {
    const { handlers } = world(idle);
    expect(await handlers['release-notes'](null)).toEqual({ ok: true, value: 'Less noise' });
  });
});

import { describe, expect, it } from 'vitest';
import { createSettings } from '../../../electron/core/settings/settings.ts';
import { migrateSettings, settingsVersion } from '../../../electron/core/settings/stored-settings.ts';

const steps = [
  (stored: Readonly<Record<string, unknown>>) => ({ ...stored, one: true }),
  ({ one, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, two: one }),
];

describe('the version of stored settings', () => {
  it.each<[string, unknown, Readonly<Record<string, unknown>>]>([
    ['without a number: every step', { theme: 'dark' }, { theme: 'dark', two: true }],
    ['1: the steps after it', { version: 1, one: 'x' }, { two: 'x' }],
    ['2, this app’s own: none', { version: 2, one: 'x' }, { one: 'x' }],
  ])('decides which steps lead to this app’s: %s', (_which, value, stored) => {
    expect(migrateSettings(value, steps)).toEqual({ stored, newerVersion: null, isVersionBroken: false });
  });

  it('is told where it is a newer one, and no step is taken', () => {
    expect(migrateSettings({ version: 3, one: 'x' }, steps)).toMatchObject({ stored: { one: 'x' }, newerVersion: 3 });
  });

  it.each(['1', -1, 1.5, null, {}])('is told where it is none, and no step is taken: %o', (version) => {
    expect(migrateSettings({ version, theme: 'dark' }, steps)).toMatchObject({
      stored: { theme: 'dark' },
      isVersionBroken: true,
    });
  });
});

const open = (stored: unknown) => {
  const written: { value: unknown; keepAs: string | null }[] = [];
  const repaired: string[] = [];
  const newer: number[] = [];
  const opened = createSettings(
    { read: () => stored, write: (value, keepAs) => void written.push({ value, keepAs }) },
    {},
    {},
    (key) => repaired.push(key),
    (version) => newer.push(version),
  );
  if (!opened.ok) throw new Error(opened.failure);
  return { settings: opened.value, written, repaired, newer };
};

describe('what was stored', () => {
  it('is written over without a copy while nothing of it is lost', () => {
    const { settings, written } = open({ theme: 'light' });
    settings.change({ theme: 'dark' });
    expect(written).toEqual([{ value: { version: settingsVersion, theme: 'dark' }, keepAs: null }]);
  });

  it('by a newer version is told, used as far as it is known, and kept before the first write only', () => {
    const { settings, written, repaired, newer } = open({ version: 7, theme: 'dark', telepathy: true });
    expect(newer).toEqual([7]);
    expect(repaired).toEqual([]);
    expect(settings.current().theme).toBe('dark');
    settings.change({ language: 'es' });
    settings.change({ language: 'en' });
    expect(written.map(({ keepAs }) => keepAs)).toEqual(['version-7', null]);
  });

  it('with a value that cannot be used is told, and kept before the first write only', () => {
    const { settings, written, repaired } = open({ theme: 'pink', language: 'es' });
    expect(repaired).toEqual(['theme']);
    settings.change({ historyDays: 30 });
    settings.change({ historyDays: 40 });
    expect(written).toEqual([
      { value: { version: settingsVersion, language: 'es', historyDays: 30 }, keepAs: 'before-repair' },
      { value: { version: settingsVersion, language: 'es', historyDays: 40 }, keepAs: null },
    ]);
  });

  it('is no longer stored once it is reset, so that a later default counts', () => {
    const { settings, written } = open({ theme: 'dark', language: 'es' });
    settings.reset(['theme']);
    expect(settings.current()).toMatchObject({ theme: 'system', language: 'es' });
    expect(written).toEqual([{ value: { version: settingsVersion, language: 'es' }, keepAs: null }]);
  });
});

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { parseOrigin } from '../../electron/core/redbooth/links.ts';
import { createSettings, readSettings, settingsSchema } from '../../electron/core/settings/settings.ts';
import { openSettingsFile } from '../../electron/start/headless-settings.ts';
import { fitting } from './from-schema.ts';
import { asDamagedText, hostileValue } from './hostile-json.ts';
import type { FuzzTarget } from './target.ts';

type SettingsCase =
  | { readonly kind: 'stored'; readonly value: unknown }
  | { readonly kind: 'overlay'; readonly value: unknown }
  | { readonly kind: 'file'; readonly bytes: Uint8Array };

const settings = fitting(settingsSchema);

const cases: fc.Arbitrary<SettingsCase> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant('stored' as const), value: fc.oneof(settings, hostileValue) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('overlay' as const), value: fc.oneof(settings, hostileValue) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        asDamagedText(settings).map((text) => Buffer.from(text)),
      ),
    }),
  },
);

/** Whatever was read, the settings in force are valid, and lead to a Redbooth over https or on this machine. */
const problemOf = (stored: unknown, overlay: unknown): string | null => {
  const store = createSettings({ read: () => stored, write: () => undefined }, overlay, {}, () => undefined);
  if (!store.ok) return store.failure.length > 0 ? null : 'a refusal that says nothing';
  const current = store.value.current();
  if (!v.is(settingsSchema, current)) return 'settings in force that are not valid';
  if (!readSettings(current).ok) return 'settings in force that would be refused';
  return parseOrigin(current.redbooth) === null ? 'a Redbooth that is neither https nor on this machine' : null;
};

/** The settings file, as somebody or some fault of the disk left it. */
export const settingsTarget: FuzzTarget<SettingsCase> = {
  name: 'settings file',
  share: 6,
  cases,
  together: 1,
  start: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-fuzz-'));
    const file = join(directory, 'settings.json');
    const checkFile = (bytes: Uint8Array): string | null => {
      for (const name of readdirSync(directory)) rmSync(join(directory, name));
      writeFileSync(file, bytes);
      let keptAs: string | null = null;
      const stored = openSettingsFile(directory, (kept) => {
        keptAs = kept;
      });
      const problem = problemOf(stored.read(), {});
      if (problem !== null) return problem;
      return keptAs === null || readdirSync(directory).length > 0 ? null : 'a broken file that was not kept';
    };
    return {
      check: async (given) => {
        try {
          if (given.kind === 'file') return checkFile(given.bytes);
          return given.kind === 'stored' ? problemOf(given.value, {}) : problemOf({}, given.value);
        } catch (error) {
          return `it threw ${String(error)}`;
        }
      },
      finish: async () => ({ complaints: [], figures: [] }),
      dispose: async () => rmSync(directory, { recursive: true, force: true }),
    };
  },
};

import * as v from 'valibot';
import { historySettingsSchema } from './history-settings.ts';
import { preferencesSchema } from './preferences.ts';
import { trayIconSchema } from './system-settings.ts';

/** The settings that a person takes along to another computer, and that can be reset: none that belongs to this one, and no secret. */
export const portableSettingsSchema = v.object({
  ...preferencesSchema.entries,
  timeZone: v.nullable(v.string()),
  trayIcon: trayIconSchema,
  checksForUpdates: v.boolean(),
  historyDays: historySettingsSchema.entries.days,
  historyChanges: historySettingsSchema.entries.changes,
});
export type PortableSettings = v.InferOutput<typeof portableSettingsSchema>;

export const portableKeySchema = v.keyof(portableSettingsSchema);
export type PortableKey = v.InferOutput<typeof portableKeySchema>;
export const portableKeys: readonly PortableKey[] = portableKeySchema.options;

/** What would change: the same keys before and after. `fixed` are those that a settings file decides for this run. */
export const settingsDifferenceSchema = v.object({
  before: v.partial(portableSettingsSchema),
  after: v.partial(portableSettingsSchema),
  fixed: v.array(portableKeySchema),
});
export type SettingsDifference = v.InferOutput<typeof settingsDifferenceSchema>;

/** What of a file is passed over: settings of another version of the app, and those that belong to the computer it is from. */
export const settingsImportSchema = v.object({
  ...settingsDifferenceSchema.entries,
  unknown: v.array(v.string()),
  ofTheMachine: v.array(v.string()),
});
export type SettingsImport = v.InferOutput<typeof settingsImportSchema>;

/** Twice what the longest settings need, in characters; a request of the headless page may have 64 KiB. */
export const settingsFileLimit = 40_000;
export const settingsTextSchema = v.pipe(v.string(), v.maxLength(settingsFileLimit));

/** What was changed, with the text of a settings file that brings back what was before. */
export const settingsChangedSchema = v.object({ undo: v.string() });

/** What became of a text to be kept as a file: written by the app, or for the page to offer, or not wanted after all. */
export const savedSchema = v.variant('kind', [
  v.object({ kind: v.literal('saved'), file: v.string() }),
  v.object({ kind: v.literal('text'), name: v.string(), text: v.string() }),
  v.object({ kind: v.literal('nothing') }),
]);
export type Saved = v.InferOutput<typeof savedSchema>;

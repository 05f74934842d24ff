import * as v from 'valibot';
import {
  type PortableKey,
  type PortableSettings,
  type Result,
  fail,
  portableKeys,
  settingsFileLimit,
  succeed,
} from '../../contract/index.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { migrateSettings, settingsVersion } from './stored-settings.ts';

const format = 'redbooth-notifier-settings';

/** Why a text cannot be taken over: no file of settings, too long for one, or with a value that cannot be used. */
export type TextFault =
  | { readonly kind: 'not-settings' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'invalid'; readonly key: string };

/** What a file of settings holds, with the names of what is passed over. */
export type ReadText = {
  readonly settings: Partial<PortableSettings>;
  /** Nothing that this version knows. */
  readonly unknown: readonly string[];
  /** Settings that belong to the computer they are from. */
  readonly ofTheMachine: readonly string[];
};

const isPortable = (key: string): key is PortableKey => portableKeys.some((each) => each === key);

/** These of the settings, and no others. */
export const pick = (settings: Settings, keys: readonly PortableKey[]): Partial<PortableSettings> => {
  const picked: Partial<PortableSettings> = {};
  const take = <Key extends PortableKey>(key: Key, from: Pick<PortableSettings, Key>): void => {
    const value: PortableSettings[Key] = from[key];
    Object.assign(picked, { [key]: value });
  };
  for (const key of keys) take(key, settings);
  return picked;
};

/** Settings as a file for people and for `readSettingsText`: its format, its version, and the settings by their keys in docs/settings.md. */
export const settingsText = (settings: Partial<PortableSettings>): string =>
  `${JSON.stringify({ format, version: settingsVersion, settings }, null, 2)}\n`;

/** A name from outside is shown to a person. */
const shortened = (name: string): string => (name.length > 60 ? `${name.slice(0, 59)}…` : name);
const mostNames = 20;
const names = (keys: readonly string[]): readonly string[] => keys.slice(0, mostNames).map(shortened);

const envelope = v.object({
  format: v.literal(format),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  settings: v.custom<Record<string, unknown>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  ),
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * Reads a file of settings, of whatever version. What cannot be used fails with its key, so that all of a file is taken over
 * or nothing; what this version does not know, or what belongs to another computer, is named and passed over.
 */
export const readSettingsText = (text: string): Result<ReadText, TextFault> => {
  if (text.length > settingsFileLimit) return fail({ kind: 'too-long' });
  const read = v.safeParse(envelope, parsed(text.replace(/^\uFEFF/, '')));
  if (!read.success) return fail({ kind: 'not-settings' });
  const { version, settings } = read.output;
  const { stored } = migrateSettings({ ...settings, version });
  const keys = Object.keys(stored);
  const own = keys.filter(isPortable);
  const known = v.safeParse(
    v.partial(v.object(settingsSchema.entries)),
    Object.fromEntries(own.map((key) => [key, stored[key]])),
  );
  if (!known.success) {
    const [issue] = known.issues;
    return fail({ kind: 'invalid', key: shortened(v.getDotPath(issue) ?? '') });
  }
  const complete = v.parse(settingsSchema, known.output);
  return succeed({
    settings: pick(complete, own),
    unknown: names(keys.filter((key) => !Object.hasOwn(settingsSchema.entries, key))),
    ofTheMachine: names(keys.filter((key) => Object.hasOwn(settingsSchema.entries, key) && !isPortable(key))),
  });
};

import * as v from 'valibot';
import {
  type Result,
  fail,
  historySettingsSchema,
  hookSourceSchema,
  pauseSchema,
  preferencesSchema,
  succeed,
  trayIconSchema,
} from '../../contract/index.ts';
import { parseOrigin } from '../redbooth/links.ts';
import { rulesSetting } from './rules-setting.ts';
import { isTimeZone } from './time-zone.ts';
import { parsePublicUrl } from '../tunnel/public-url.ts';

const origin = v.pipe(
  v.string(),
  v.check((text) => parseOrigin(text) !== null, 'must be an https address (http only on this machine)'),
  v.transform((text) => parseOrigin(text) ?? text),
);

const publicUrl = v.pipe(
  v.string(),
  v.check((text) => parsePublicUrl(text) !== null, 'must be an https address (http only on this machine)'),
  v.transform((text) => parsePublicUrl(text) ?? text),
);

const timeZone = v.pipe(v.string(), v.check(isTimeZone, 'must be the name of a time zone, like Europe/Berlin'));

const { chosenProjects, quietHours, notificationContent, notificationSound, theme, language } = preferencesSchema.entries;

/** The stored settings. Every key has a default; docs/settings.md explains each. */
export const settingsSchema = v.object({
  tunnel: v.optional(v.picklist(['localtunnel', 'url', 'off']), 'localtunnel'),
  tunnelHost: v.optional(origin, 'https://localtunnel.me'),
  publicUrl: v.optional(v.nullable(publicUrl), null),
  redbooth: v.optional(origin, 'https://redbooth.com'),
  catchUpSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(604_800)), 900),
  hookSource: v.optional(hookSourceSchema, 'tunnel'),
  /** The hour of day at which tasks that are due get told; null for never. */
  dueReminderHour: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23))), 9),
  timeZone: v.optional(v.nullable(timeZone), null),
  historyDays: v.optional(historySettingsSchema.entries.days, 90),
  historyChanges: v.optional(historySettingsSchema.entries.changes, 50_000),
  signInPort: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)), 8767),
  allowsWeakStorage: v.optional(v.boolean(), false),
  pause: v.optional(pauseSchema, { state: 'running' }),
  rules: v.optional(rulesSetting, {}),
  chosenProjects: v.optional(chosenProjects, () => []),
  quietHours: v.optional(quietHours, () => []),
  notificationContent: v.optional(notificationContent, 'full'),
  notificationSound: v.optional(notificationSound, 'system'),
  theme: v.optional(theme, 'system'),
  language: v.optional(language, 'system'),
  trayIcon: v.optional(trayIconSchema, 'auto'),
  welcomed: v.optional(v.boolean(), false),
  windowBounds: v.optional(
    v.nullable(v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() })),
    null,
  ),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** Where a host keeps settings: plain JSON objects, unread. */
export type SettingsFile = { read(): unknown; write(value: Readonly<Record<string, unknown>>): void };

export type SettingsStore = {
  /** The settings in force: stored, then the overlay file, then flags. */
  readonly current: () => Settings;
  /** Stores a change; what an overlay or a flag fixes stays fixed for this run. */
  change(part: Partial<Settings>): void;
  /** Whether an overlay or a flag decides a setting for this run. */
  isFixed(key: keyof Settings): boolean;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks settings that came from outside; a failure names the key. Unknown keys are failures too: they would be silently without effect. */
export const readSettings = (value: unknown): Result<Settings, string> => {
  if (!isObject(value)) return fail('the settings are not a JSON object');
  const unknownKey = Object.keys(value).find((key) => !Object.hasOwn(settingsSchema.entries, key));
  if (unknownKey !== undefined) return fail(`“${unknownKey}” is not a setting`);
  const parsed = v.safeParse(settingsSchema, value);
  if (parsed.success) return succeed(parsed.output);
  const [issue] = parsed.issues;
  return fail(`“${v.getDotPath(issue) ?? ''}”: ${issue.message}`);
};

/**
 * Lays `overlay` (a file) and `overrides` (flags) over the stored settings. Fails when a layer is not valid; a single stored
 * key that is not valid falls back to its default and is told to `onRepaired`.
 */
export const createSettings = (
  file: SettingsFile,
  overlay: unknown,
  overrides: Partial<Settings>,
  onRepaired: (key: string) => void,
): Result<SettingsStore, string> => {
  const fixed = readSettings(overlay);
  if (!fixed.ok) return fixed;
  const overlayKeys = isObject(overlay) ? Object.keys(overlay) : [];
  const fixedPart = Object.fromEntries(Object.entries(fixed.value).filter(([key]) => overlayKeys.includes(key)));
  const { settings: repaired, keys } = repair(file.read(), onRepaired);
  let stored = repaired;
  // Only what was chosen is stored, so that a later default reaches those who chose nothing.
  const chosen = new Set(keys);
  return succeed({
    current: () => ({ ...stored, ...fixedPart, ...overrides }),
    change: (part) => {
      stored = { ...stored, ...part };
      for (const key of Object.keys(part)) chosen.add(key);
      file.write(Object.fromEntries(Object.entries(stored).filter(([key]) => chosen.has(key))));
    },
    isFixed: (key) => Object.hasOwn(fixedPart, key) || Object.hasOwn(overrides, key),
  });
};

const repair = (
  value: unknown,
  onRepaired: (key: string) => void,
): { readonly settings: Settings; readonly keys: readonly string[] } => {
  const kept: Record<string, unknown> = {};
  for (const [key, each] of isObject(value) ? Object.entries(value) : []) {
    if (readSettings({ [key]: each }).ok) kept[key] = each;
    else onRepaired(key);
  }
  return { settings: v.parse(settingsSchema, kept), keys: Object.keys(kept) };
};

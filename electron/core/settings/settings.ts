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
import { isObject, migrateSettings, settingsVersion } from './stored-settings.ts';
import { isTimeZone } from './time-zone.ts';
import { readTeamServers } from '../team/servers.ts';
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

const teamServers = v.pipe(
  v.string(),
  v.check((text) => readTeamServers(text) !== null, 'must be addresses like nats://host:4222, parted by commas'),
);

const timeZone = v.pipe(v.string(), v.check(isTimeZone, 'must be the name of a time zone, like Europe/Berlin'));

const { chosenProjects, quietHours, notificationContent, notificationSound, theme, language } =
  preferencesSchema.entries;

/** The stored settings. Every key has a default; docs/settings.md explains each. */
export const settingsSchema = v.object({
  tunnel: v.optional(v.picklist(['localtunnel', 'url', 'off']), 'localtunnel'),
  tunnelHost: v.optional(origin, 'https://localtunnel.me'),
  publicUrl: v.optional(v.nullable(publicUrl), null),
  redbooth: v.optional(origin, 'https://redbooth.com'),
  catchUpSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(604_800)), 900),
  hookSource: v.optional(hookSourceSchema, 'tunnel'),
  /** Where a team's stream is; null for none. */
  teamServers: v.optional(v.nullable(teamServers), null),
  /** A file with credentials for it; null: those that were pasted are in the keyring, if any. */
  teamCredentialsFile: v.optional(v.nullable(v.string()), null),
  /** A file with certificates to trust for it in place of the system's. */
  teamCertificatesFile: v.optional(v.nullable(v.string()), null),
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
  checksForUpdates: v.optional(v.boolean(), true),
  welcomed: v.optional(v.boolean(), false),
  windowBounds: v.optional(
    v.nullable(v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() })),
    null,
  ),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** The settings of somebody who chose none. */
export const defaultSettings = (): Settings => v.parse(settingsSchema, {});

/** Where a host keeps settings: plain JSON objects, unread. */
export type SettingsFile = {
  read(): unknown;
  /** Puts `value` in the place of what is stored. What was stored is kept first, with `keepAs` in its name, unless that is null. */
  write(value: Readonly<Record<string, unknown>>, keepAs: string | null): void;
};

export type SettingsStore = {
  /** The settings in force: stored, then the overlay file, then flags. */
  readonly current: () => Settings;
  /** Stores a change; what an overlay or a flag fixes stays fixed for this run. Throws what the system throws when it cannot be stored, and nothing is changed. */
  change(part: Partial<Settings>): void;
  /** Takes back what was chosen, in the same way: the defaults are in force again, also those of a later version. */
  reset(keys: readonly (keyof Settings)[]): void;
  /** Whether an overlay or a flag decides a setting for this run. */
  isFixed(key: keyof Settings): boolean;
};

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
 * key that is not valid falls back to its default and is told to `onRepaired`. Settings that a newer version stored are read
 * as far as this one knows them, and told to `onNewer`. In both cases what was stored is kept before anything is written.
 */
export const createSettings = (
  file: SettingsFile,
  overlay: unknown,
  overrides: Partial<Settings>,
  onRepaired: (key: string) => void,
  onNewer: (version: number) => void = () => undefined,
): Result<SettingsStore, string> => {
  const fixed = readSettings(overlay);
  if (!fixed.ok) return fixed;
  const overlayKeys = isObject(overlay) ? Object.keys(overlay) : [];
  const fixedPart = Object.fromEntries(Object.entries(fixed.value).filter(([key]) => overlayKeys.includes(key)));
  const read = readStored(file.read());
  for (const key of read.broken) onRepaired(key);
  if (read.newerVersion !== null) onNewer(read.newerVersion);
  let { settings: stored, keepAs } = read;
  // Only what was chosen is stored, so that a later default reaches those who chose nothing.
  let chosen: ReadonlySet<string> = new Set(read.keys);
  const store = (next: Settings, nextChosen: ReadonlySet<string>): void => {
    const kept = Object.entries(next).filter(([key]) => nextChosen.has(key));
    file.write({ version: settingsVersion, ...Object.fromEntries(kept) }, keepAs);
    keepAs = null;
    stored = next;
    chosen = nextChosen;
  };
  return succeed({
    current: () => ({ ...stored, ...fixedPart, ...overrides }),
    change: (part) => store({ ...stored, ...part }, new Set([...chosen, ...Object.keys(part)])),
    reset: (keys) => {
      const isKept = (key: string): boolean => !keys.some((each) => each === key);
      const kept = Object.entries(stored).filter(([key]) => chosen.has(key) && isKept(key));
      store(v.parse(settingsSchema, Object.fromEntries(kept)), new Set([...chosen].filter(isKept)));
    },
    isFixed: (key) => Object.hasOwn(fixedPart, key) || Object.hasOwn(overrides, key),
  });
};

type ReadStored = {
  readonly settings: Settings;
  readonly keys: readonly string[];
  readonly broken: readonly string[];
  readonly newerVersion: number | null;
  readonly keepAs: string | null;
};

/** Reads what was stored key by key: one that cannot be used costs only itself. */
const readStored = (value: unknown): ReadStored => {
  const { stored, newerVersion, isVersionBroken } = migrateSettings(value);
  const kept: Record<string, unknown> = {};
  const broken: string[] = isVersionBroken ? ['version'] : [];
  for (const [key, each] of Object.entries(stored)) {
    if (readSettings({ [key]: each }).ok) kept[key] = each;
    // What only the newer version knows is not broken.
    else if (newerVersion === null || Object.hasOwn(settingsSchema.entries, key)) broken.push(key);
  }
  const keepAs = newerVersion !== null ? `version-${newerVersion}` : broken.length > 0 ? 'before-repair' : null;
  return { settings: v.parse(settingsSchema, kept), keys: Object.keys(kept), broken, newerVersion, keepAs };
};

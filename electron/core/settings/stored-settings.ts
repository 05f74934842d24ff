type Stored = Readonly<Record<string, unknown>>;

/** Leads settings from one version of their file to the next. */
export type SettingsStep = (stored: Stored) => Stored;

/** What each version changed, in order, from a file without a number (0) on. A step that was released stays as it is. */
export const settingsSteps: readonly SettingsStep[] = [
  // 1: the file says which version it is.
  (stored) => stored,
];

/** The version of the settings that this app writes. */
export const settingsVersion = settingsSteps.length;

/** Settings as they were stored, led to the version of this app, still unread key by key. */
export type MigratedSettings = {
  readonly stored: Stored;
  /** The version they were written by where that is a newer one, which may mean something else by a key; else null. */
  readonly newerVersion: number | null;
  /** Whether the number of the version was none. */
  readonly isVersionBroken: boolean;
};

/** A JSON object, and no array. */
export const isObject = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isVersion = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** Takes the version off what was stored, and the steps that lead from it to this app’s. What is no object is as good as nothing. */
export const migrateSettings = (value: unknown, steps: readonly SettingsStep[] = settingsSteps): MigratedSettings => {
  if (!isObject(value)) return { stored: {}, newerVersion: null, isVersionBroken: false };
  const { version = 0, ...rest } = value;
  if (!isVersion(version)) return { stored: rest, newerVersion: null, isVersionBroken: true };
  return {
    stored: steps.slice(version).reduce<Stored>((stored, step) => step(stored), rest),
    newerVersion: version > steps.length ? version : null,
    isVersionBroken: false,
  };
};

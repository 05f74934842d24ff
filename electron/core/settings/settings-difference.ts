import { type PortableKey, type PortableSettings, portableKeys } from '../../contract/index.ts';
import type { SettingsStore } from './settings.ts';
import { pick } from './settings-file-text.ts';

export type Difference = {
  readonly before: Partial<PortableSettings>;
  readonly after: Partial<PortableSettings>;
  readonly fixed: PortableKey[];
};

/** What of `wanted` is not in force already, beside what is; what is fixed for this run is left out, and named. */
export const differenceTo = (
  settings: Pick<SettingsStore, 'current' | 'isFixed'>,
  wanted: Partial<PortableSettings>,
): Difference => {
  const current = settings.current();
  const isNews = (key: PortableKey): boolean =>
    Object.hasOwn(wanted, key) && JSON.stringify(wanted[key]) !== JSON.stringify(current[key]);
  const news = portableKeys.filter(isNews);
  const free = news.filter((key) => !settings.isFixed(key));
  return {
    before: pick(current, free),
    after: pick({ ...current, ...wanted }, free),
    fixed: news.filter((key) => settings.isFixed(key)),
  };
};

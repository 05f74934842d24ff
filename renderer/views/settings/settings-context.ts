import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FoundSettings } from '../../state/settings-search.ts';
import type { SettingsPlace } from '../../state/settings-places.ts';

export type SettingsContext = {
  /** What a search leaves; null: everything is shown. */
  readonly found: FoundSettings | null;
  /** Asks whether a section is to be reset, or with null all of them. */
  readonly reset: (place: SettingsPlace | null) => void;
  /** Asks whether the settings of a file are to be used. */
  readonly useFile: (file: File) => Promise<void>;
};

const context = createContext<SettingsContext | null>(null);

export const SettingsContextProvider = context.Provider;

/** What the sections of the settings have in common. */
export const useSettings = (): SettingsContext => {
  const settings = useContext(context);
  if (settings === null) throw new Error('A section was drawn outside the settings.');
  return settings;
};

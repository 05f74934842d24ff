import { useSettingsMessages } from './use-settings-messages.ts';
import { type SettingsPlace, settingsPlaces } from '../../state/settings-places.ts';
import { countIn } from '../../state/settings-search.ts';
import { useSettings } from './settings-context.ts';
import { goToPlace } from './settings-places.ts';

/** The ways to the sections that are there; while one searches, to those in which something is found, with how much. */
export const SettingsNav = ({ absent }: { absent: readonly SettingsPlace[] }) => {
  const { settings } = useSettingsMessages();
  const { found } = useSettings();
  return (
    <nav class="settings-nav" aria-label={settings.sections}>
      {settingsPlaces
        .filter((place) => !absent.includes(place) && (found === null || countIn(place, found) > 0))
        .map((place) => (
          <button key={place} type="button" class="settings-nav-item" onClick={() => goToPlace(place)}>
            {settings.places[place]}
            {found !== null && <span class="settings-nav-count"> {countIn(place, found)}</span>}
          </button>
        ))}
    </nav>
  );
};

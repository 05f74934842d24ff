import { type SettingsPlace, goToPlace, settingsPlaces } from './settings-places.ts';

/** The ways to the sections that are there. */
export const SettingsNav = ({ absent }: { absent: readonly SettingsPlace[] }) => (
  <nav class="settings-nav" aria-label="Sections">
    {settingsPlaces
      .filter(({ place }) => !absent.includes(place))
      .map(({ place, title }) => (
        <button key={place} type="button" class="settings-nav-item" onClick={() => goToPlace(place)}>
          {title}
        </button>
      ))}
  </nav>
);

import type { ComponentChildren } from 'preact';
import { type SettingsPlace, headingId, settingsPlaces } from './settings-places.ts';

/** Settings that belong together, under their heading. */
export const SettingsSection = ({ place, children }: { place: SettingsPlace; children: ComponentChildren }) => (
  <section class="settings-section" aria-labelledby={headingId(place)}>
    <h3 class="settings-heading" id={headingId(place)} tabIndex={-1}>
      {settingsPlaces.find((each) => each.place === place)?.title}
    </h3>
    {children}
  </section>
);

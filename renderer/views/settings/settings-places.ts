import type { PageMessages } from '../../messages/en/index.ts';
import type { SettingsPlace } from '../../state/settings-places.ts';

export type { SettingsPlace };

export const headingId = (place: SettingsPlace): string => `settings-${place}`;

/** Brings a section into sight, and the keyboard with it. */
export const goToPlace = (place: SettingsPlace): void => {
  const heading = document.getElementById(headingId(place));
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
};

/** Where in the settings one changes what decided about a row, by the reason that is kept with it. */
export const placeOfReason = (
  reason: string,
  { reasons }: Pick<PageMessages, 'reasons'>,
): { readonly place: SettingsPlace; readonly words: string } => {
  if (reason.startsWith('muted-')) return { place: 'muted', words: reasons.muted };
  if (reason === 'quiet-hours') return { place: 'quiet-hours', words: reasons.quietHours };
  return { place: 'rules', words: reasons.rules };
};

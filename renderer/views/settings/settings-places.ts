/** The sections of the settings, in their order. */
export const settingsPlaces = [
  { place: 'notifications', title: 'Notifications' },
  { place: 'rules', title: 'What you are told' },
  { place: 'muted', title: 'Muted' },
  { place: 'quiet-hours', title: 'Quiet hours' },
  { place: 'due-dates', title: 'Due dates' },
  { place: 'appearance', title: 'Appearance' },
  { place: 'system', title: 'System' },
  { place: 'account', title: 'Account' },
  { place: 'hook-source', title: 'How changes reach you' },
  { place: 'history', title: 'History' },
  { place: 'help', title: 'Help' },
] as const;

export type SettingsPlace = (typeof settingsPlaces)[number]['place'];

export const headingId = (place: SettingsPlace): string => `settings-${place}`;

/** Brings a section into sight, and the keyboard with it. */
export const goToPlace = (place: SettingsPlace): void => {
  const heading = document.getElementById(headingId(place));
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
};

/** Where in the settings one changes what decided about a row, by the reason that is kept with it. */
export const placeOfReason = (reason: string): { readonly place: SettingsPlace; readonly words: string } => {
  if (reason.startsWith('muted-')) return { place: 'muted', words: 'Show what is muted' };
  if (reason === 'quiet-hours') return { place: 'quiet-hours', words: 'Change the quiet hours' };
  return { place: 'rules', words: 'Change the rules' };
};

/** The way from a row to the settings that decided about it. */
export const reasons = {
  muted: 'Show what is muted',
  quietHours: 'Change the quiet hours',
  rules: 'Change the rules',
};

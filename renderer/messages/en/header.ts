/** The top of the page: who is signed in, and whether notifications are shown. */
export const header = {
  demo: 'Demo',
  offerNotifications: 'Show notifications in this browser',
  notNow: 'Not now',
  pause: 'Pause notifications',
  pauseHalfHour: 'For 30 minutes',
  pauseHour: 'For 1 hour',
  pauseUntilMorning: 'Until tomorrow morning',
  pauseUntilResumed: 'Until I resume',
  resumeNow: 'Resume now',
  resume: 'Resume notifications',
  resumeShort: 'Resume',
  /** Read out once it is so. */
  pauseBegun: 'Notifications are paused',
  pauseEnded: 'Notifications are on again',
  /** `end` is from `times.end`. */
  paused: (end: string | null): string => (end === null ? 'Paused' : `Paused until ${end}`),
  quiet: (end: string | null): string => (end === null ? 'Quiet' : `Quiet until ${end}`),
  quietMeaning: 'Quiet hours: what comes now is told afterwards',
  changeQuietHours: 'Change the quiet hours',
};

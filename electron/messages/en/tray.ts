/** The menu of the tray. */
export const tray = {
  open: 'Open',
  pause: 'Pause',
  pauseHalfHour: '30 minutes',
  pauseHour: '1 hour',
  pauseUntilMorning: 'Until tomorrow morning',
  pauseUntilResumed: 'Until I resume',
  resume: 'Resume',
  copyHookUrl: 'Copy hook URL',
  test: 'Send a test notification',
  settings: 'Settings',
  quit: 'Quit',
};

import { createPlural } from '../../contract/index.ts';

const plural = createPlural('en');

/** The tray: its menu, and its state in words. */
export const tray = {
  noNews: 'No unread changes',
  news: (count: number): string => plural(count, { one: '1 unread change', other: `${count} unread changes` }),
  paused: 'Paused',
  pausedUntil: (moment: string): string => `Paused until ${moment}`,
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

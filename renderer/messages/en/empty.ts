/** What the list says when it has no rows: why, and what to do next. */
export const empty = {
  reading: 'Reading your changes…',
  unreadable: 'The list could not be read',
  unreadableMeaning: 'Your changes are kept by the app. Try to read them again.',
  appLost: 'The app does not answer',
  appLostMeaning: 'Your changes are kept. If the app has stopped, start it again; this page reconnects by itself.',
  nothingFoundFor: (text: string): string => `Nothing found for “${text}”`,
  nothingFits: 'Nothing fits this choice',
  searchLess: 'Titles, projects, people and comments are searched. Try fewer or shorter words.',
  notificationGone: 'The changes of this notification are not kept any more.',
  chooseLess: 'Take off what you chose above, or a part of it.',
  lookAmongAll: 'Look among all changes',
  clearSearch: 'Clear the search',
  allRead: 'You have read everything',
  allReadMeaning: 'New changes appear here as they happen.',
  showAll: 'Show all changes',
  signedOut: 'Sign in to Redbooth',
  signedOutMeaning: 'Hooks are kept meanwhile, but only with your Redbooth account can the app read what changed.',
  /** `end` is from `times.end`. */
  paused: (end: string | null): string =>
    end === null ? 'Notifications are paused' : `Notifications are paused until ${end}`,
  pausedMeaning: 'Changes are listed here all the same, as soon as there are any.',
  polling: 'Redbooth is asked every minute',
  pollingMeaning: 'Changes that concern your projects appear here within a minute.',
  unreachable: 'Hooks cannot reach you just now',
  unreachableMeaning: 'Redbooth has no way to this computer. Changes arrive by asking it now and then.',
  noHookYet:
    'Redbooth has not sent anything yet. An administrator of your organisation pastes your hook URL into Redbooth once; from then on changes appear here as they happen.',
  quiet: 'Redbooth is connected',
  quietMeaning: 'Changes that concern your projects appear here. To try it, change a task in Redbooth.',
  /** The same with when a hook came last (`times.…Ago`). */
  quietSince: (ago: string): string =>
    `The last hook came ${ago}. Changes that concern your projects appear here. To try it, change a task in Redbooth.`,
  demo: 'The demo is running',
  demoMeaning: 'Changes appear here as the pretend team works.',
};

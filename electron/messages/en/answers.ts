/** What the app answers when it cannot do what was asked of it. */
export const answers = {
  gone: {
    change: 'There is no such change any more.',
    notice: 'There is no such notice any more.',
    notification: 'There is no such notification any more.',
    'hook URL': 'There is no such hook URL any more.',
    organisation: 'There is no such organisation any more.',
    request: 'There is no such request any more.',
    mute: 'There is no such mute any more.',
  },
  /** A setting that a settings file or a flag decides for this run. */
  fixed: {
    trayIcon: 'The tray icon is fixed for this run by a settings file. Start the app without it to choose here.',
    tunnel:
      'How changes reach you is fixed for this run by a flag or a settings file. Start the app without it to choose here.',
    hookSource:
      'How changes reach you is fixed for this run by a flag or a settings file. Start the app without it to choose here.',
    history:
      'How long changes are kept is fixed for this run by a settings file. Start the app without it to choose here.',
    rules: 'The rules are fixed for this run by a settings file. Start the app without it to choose here.',
    chosenProjects:
      'Your chosen projects are fixed for this run by a settings file. Start the app without it to choose here.',
    quietHours: 'Quiet hours are fixed for this run by a settings file. Start the app without it to choose here.',
    notificationContent:
      'What notifications show is fixed for this run by a settings file. Start the app without it to choose here.',
    notificationSound:
      'The sound of notifications is fixed for this run by a settings file. Start the app without it to choose here.',
    dueReminderHour:
      'The hour for due tasks is fixed for this run by a settings file. Start the app without it to choose here.',
    theme: 'The theme is fixed for this run by a settings file. Start the app without it to choose here.',
    language: 'The language is fixed for this run by a settings file. Start the app without it to choose here.',
  },
  /** Why there is nothing to mute. */
  noMute: {
    own: 'What you do yourself is never told, so there is nobody to mute.',
    task: 'The task of this change is not known, so there is nothing to mute.',
    project: 'The project of this change is not known, so there is nothing to mute. Mute the task instead.',
    organization:
      'The organisation of this change is not known, so there is nothing to mute. Mute the project instead.',
    person: 'It is not known who did this, so there is nobody to mute. Mute the task instead.',
  },
  historyNotDeleted: 'The history could not be deleted. Check the free space, and try again.',
  signedOutHistoryNotDeleted:
    'You are signed out, but the history could not be deleted. Check the free space, and try again.',
  trayIconBySystem: 'The system itself chooses the colour of the tray icon here.',
  /** Why the app is not started at login. */
  login: {
    macos: 'macOS did not allow it. Open System Settings, General, Login Items, and switch Redbooth Notifier on there.',
    windows: 'Windows did not allow it. Open Settings, Apps, Startup, and switch Redbooth Notifier on there.',
    system: 'The system did not allow it. Look for it in the system’s settings, and switch Redbooth Notifier on there.',
    'not-installed': 'This app cannot be started when you sign in to the computer. Install it first.',
    'not-desktop': 'Only the desktop app can be started when you sign in to the computer.',
  },
  loginFile: (path: string): string =>
    `The file ${path} could not be written. Check who may write to that folder, and try again.`,
  demoNotStarted: 'The demo could not be started. Start the app from a terminal with --demo to see why.',
  test: 'This is a test',
  testBody: 'Changes to your tasks are told like this.',
};

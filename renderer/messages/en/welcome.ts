/** The welcome of the first run. */
export const welcome = {
  titles: {
    introduction: 'Know what changes, as it happens',
    account: 'Sign in to Redbooth',
    hooks: 'How changes reach you',
    notification: 'Try a notification',
  },
  progress: (step: number, steps: number): string => `Step ${step} of ${steps}`,
  next: { setUp: 'Set it up', finish: 'Finish', goOn: 'Continue', skipStep: 'Skip this step' },
  back: 'Back',
  close: 'Close',
  skip: 'Skip the setup',
  introduction:
    'When a task of yours changes in Redbooth, a notification says who did what, and one click opens the task.',
  picture: {
    name: 'A notification: Bo assigned you “Book venue”, due 3 December',
    title: 'Bo assigned you “Book venue”',
    body: 'Autumn summit · due 3 Dec',
    open: 'Open the task',
  },
  demo: {
    see: 'See it with a pretend Redbooth',
    starting: 'Starting the demo…',
    command: 'Run this in a terminal on the machine where the app runs, and open the link that it prints:',
    what: 'Command that starts the demo',
    copy: 'Copy the command',
    opens: 'The demo opens in a window of its own, marked “Demo”. Quit it there; nothing of it is kept.',
    started: 'The demo opens in a window of its own',
  },
  account: {
    why: 'A hook of Redbooth says only that a task changed. With your account the app reads what changed, who did it, and which tasks are yours.',
    fromEnvironment: 'Who is signed in comes from the environment in which the app was started.',
  },
  hooks: {
    needsAccount: 'Only with your account can Redbooth be asked. Go back to sign in.',
    nothingToDo: 'There is nothing more to do: changes appear within a minute.',
    anotherWay: 'Choose another way for hooks',
    yours: 'Your hook URL',
    named: (name: string): string => `Hook URL “${name}”`,
    copy: 'Copy the hook URL',
    noAddress: 'No public address yet',
  },
  administrator: {
    title: 'If you are not an administrator',
    meaning:
      'Send one this message: it holds the hook URL and the steps. You can go on meanwhile; the app keeps waiting.',
    what: (organization: string): string => `Message to an administrator of “${organization}”`,
    copy: 'Copy the message',
  },
  notification: {
    try: 'Let one come now, to see that they reach you and how they look.',
    allow: 'Show notifications in this browser',
    denied:
      'This browser does not let the page show any. Allow them for this page in the browser’s settings, then reload it.',
    unsupported: 'This browser has none for this page. Changes appear in the list all the same.',
    send: 'Send a test notification',
    another: 'Send another',
    sending: 'Sending…',
    question: 'Did you see it?',
    yes: 'Yes',
    no: 'No',
    allSet: 'Then all is set. Changes are told like this from now on.',
    look: 'What to look at',
    pageOpen: 'This page has to stay open: it is the browser that shows notifications, while one of its pages listens.',
    doNotDisturb:
      'Do not disturb, or focus, may be on. What comes meanwhile is in the list of notifications of your system.',
    blockedInBrowser:
      'In the browser’s settings for this page, notifications may be blocked; in the system’s settings, those of the browser.',
    blockedInSystem: 'In the system’s settings, notifications of Redbooth Notifier may be turned off.',
    openSettings: 'Open the system’s settings',
    listed: 'Whatever the system does with notifications: every change is in the list of this window.',
  },
};

/** What the welcome says. It is loaded when it is shown first, in every language. */
export type WelcomeMessages = typeof welcome;

import { createPlural } from '../../contract/index.ts';

const plural = createPlural('en');
const seconds = (count: number): string => plural(count, { one: `${count} second`, other: `${count} seconds` });

/** What the app says when it checks itself: for each trouble what it is, and what to do. */
export const checks = {
  names: {
    internet: 'Internet',
    relay: 'Tunnel server',
    listener: 'Hook listener',
    'public-nonce': 'Hook URL from outside',
    account: 'Redbooth account',
    rate: 'Pace of requests',
    keyring: 'Keyring',
    notifications: 'Notifications',
    tray: 'Tray',
    database: 'History',
    disk: 'Disk',
    clock: 'Clock',
  },
  verdicts: { ok: 'OK', attention: 'Attention', broken: 'Broken', 'not-applicable': 'Not checked' },
  overall: {
    ok: 'Everything is in order.',
    attention: 'It works, but something needs your attention.',
    broken: 'Something does not work.',
  },
  notOnThisHost: 'There is none on this host.',
  askTheApp: 'The app is running and cannot be asked from here. Its window has the same checks.',
  tooLong: (limit: number) => ({
    sentence: `There was no answer within ${seconds(limit)}.`,
    advice: 'Try again. If it stays so, quit the app and start it again.',
  }),
  notDone: {
    sentence: 'This could not be checked.',
    advice: 'Try again. If it stays so, report it with the diagnostics from the settings.',
  },
  internet: {
    ok: 'Redbooth answers.',
    redboothFails: {
      sentence: 'Redbooth has a fault of its own just now.',
      advice: 'Wait: the app asks again by itself.',
    },
    redboothSilent: {
      sentence: 'The internet works, but Redbooth does not answer.',
      advice: 'Open Redbooth in a browser. If it opens there, look for a proxy or firewall that stops the app.',
    },
    offline: {
      sentence: 'Nothing outside this computer answers.',
      advice: 'Check the internet connection, and the proxy if there is one.',
    },
    unnamed: {
      sentence: 'Redbooth’s name cannot be looked up.',
      advice: 'Check the internet connection and the DNS server of this computer.',
    },
  },
  relay: {
    ok: 'The tunnel server answers.',
    notUsed: 'No tunnel server is used: hooks come another way.',
    fails: {
      sentence: 'The tunnel server has a fault of its own.',
      advice: 'Wait: the app tries again by itself. If it lasts, choose another tunnel server.',
    },
    silent: {
      sentence: 'The tunnel server does not answer.',
      advice:
        'Check the internet connection and the tunnel server’s address, or choose another way for changes to come.',
    },
    teamSilent: {
      sentence: 'The team’s servers cannot be used.',
      advice: 'Check the team’s servers and credentials in “How changes reach you”.',
    },
    teamOk: 'The team’s servers send hooks.',
  },
  listener: {
    ok: 'It answers on this computer.',
    free: 'The app is not running; its port is free.',
    portUnset: 'The app chooses a port when it is first started.',
    silent: {
      sentence: 'It does not answer on this computer.',
      advice: 'Quit the app and start it again.',
    },
    foreign: {
      sentence: 'Another program has the port of the hook listener.',
      advice: 'Quit that program, or start the app with another --hook-port N.',
    },
  },
  publicNonce: {
    ok: 'Redbooth can reach it: it answered from outside with what only this app knows.',
    notUsed: 'No hook URL is used: changes come another way.',
    notRunning: 'The app is not running, so nothing answers at it.',
    unproven: 'Press “Check everything” again in a minute. If it stays so, look at “How changes reach you”.',
  },
  account: {
    ok: 'Redbooth knows the sign-in.',
    kept: 'A sign-in is kept; the app renews it when it runs.',
    sealed: 'The sign-in is kept where only the app can read it.',
    signedOut: {
      sentence: 'Nobody is signed in.',
      advice: 'Sign in from the window, or by the environment (REDBOOTH_ACCESS_TOKEN).',
    },
    expired: {
      sentence: 'Redbooth no longer accepts the sign-in.',
      advice: 'Sign in again. Where the environment signs in, set a new token.',
    },
    unknown: {
      sentence: 'Redbooth did not say whose sign-in it is.',
      advice: 'Try again when Redbooth answers.',
    },
    unreadable: {
      sentence: 'The kept sign-in cannot be read.',
      advice: 'Sign in again from the window.',
    },
  },
  rate: {
    ok: 'Redbooth takes the app’s requests.',
    unknown: 'Redbooth does not answer, so its limit cannot be known.',
    resting: (left: number) => ({
      sentence: `Redbooth asked for fewer requests: the app rests for ${seconds(left)}.`,
      advice: 'Wait. If it comes often, look for other programs that use the same account.',
    }),
    refused: {
      sentence: 'Redbooth refuses requests from here as too many.',
      advice: 'Wait some minutes. If it comes often, look for other programs that use the same account.',
    },
  },
  keyring: {
    ok: 'The sign-in is kept in this computer’s keyring.',
    notUsed: 'It is not used: the environment signs in.',
    file: {
      sentence: 'There is no keyring, so the sign-in is kept in a file that is not encrypted.',
      advice: 'Set up a keyring (for example GNOME Keyring or KWallet), and sign in again.',
    },
    memory: {
      sentence: 'There is no keyring, so the sign-in lasts until the app quits.',
      advice: 'Set up a keyring (for example GNOME Keyring or KWallet), or allow a file in “Redbooth account”.',
    },
  },
  notifications: {
    ok: 'The system shows them.',
    quiet: 'They wait for the end of your quiet hours.',
    blocked: {
      sentence: 'The system did not show the last ones.',
      advice: 'Allow notifications of this app in the system’s settings, then send a test notification.',
    },
    paused: {
      sentence: 'They are paused.',
      advice: 'Resume them in the window or the tray.',
    },
    doNotDisturb: {
      sentence: 'The system is set to not disturb you.',
      advice: 'Turn “Do not disturb” off in the system to see them.',
    },
  },
  tray: {
    ok: 'The app’s icon is in the tray.',
    missing: {
      sentence: 'This desktop shows no tray icons.',
      advice:
        'Add tray icons to the desktop (for GNOME the extension AppIndicator), or start the app again to open its window.',
    },
  },
  database: {
    ok: (megabytes: string): string => `It is sound (${megabytes} MB).`,
    large: (megabytes: string): string => `It can be read (${megabytes} MB, too large to be read through here).`,
    none: 'There is none yet: the first start makes it.',
    damaged: {
      sentence: 'The file with your history is damaged.',
      advice: 'Quit the app and start it again: the file is kept aside, and a new one is begun.',
    },
    unreadable: {
      sentence: 'The file with your history cannot be read.',
      advice: 'Check its permissions and the disk, and quit programs that hold it.',
    },
    unwritable: {
      sentence: 'The file with your history cannot be written, so hooks are answered with “try again later”.',
      advice: 'Check the free space and the permissions of the data directory.',
    },
  },
  disk: {
    ok: (free: string): string => `The data directory can be written (${free} GB free).`,
    writable: 'The data directory can be written.',
    low: (free: string) => ({
      sentence: `Little space is left (${free} GB).`,
      advice: 'Free some space on this disk.',
    }),
    full: {
      sentence: 'The disk is full, or nearly.',
      advice: 'Free some space on this disk: the app cannot take hooks without it.',
    },
    unwritable: {
      sentence: 'The data directory cannot be written.',
      advice: 'Check its permissions, or choose another with --data-dir DIR.',
    },
  },
  clock: {
    ok: (skew: number): string => `It agrees with the servers’ clocks (${seconds(skew)} apart at most).`,
    unknown: 'No server told its time.',
    skewed: (skew: number) => ({
      sentence: `It is ${seconds(skew)} off.`,
      advice: 'Have the system set its time by itself: sign-ins and reminders depend on it.',
    }),
  },
};

import type { HookSource, TunnelKind } from '../../../electron/contract/index.ts';

type Way = { readonly name: string; readonly meaning: string };
/** `seen`: what those on the way of a hook can see. */
type TunnelWay = Way & { readonly seen: readonly string[] };

const doorbell =
  'A hook says only that a task was created, changed or deleted, and the number of that task. Titles, comments, names and your access to Redbooth never take this way: the app reads them from Redbooth directly, over an encrypted connection.';

const madeUp =
  'Whoever knows a hook URL can send made-up hooks to it. The app shows nothing that Redbooth does not confirm. If you suspect that, make a new URL under “Connect Redbooth”.';

const ways: Readonly<Record<TunnelKind, TunnelWay>> = {
  localtunnel: {
    name: 'Through a tunnel server',
    meaning: 'Works at once and without an account. The app keeps its address there across restarts.',
    seen: [
      'Whoever runs the tunnel server can read the hooks that pass through it and your hook URLs, and so can others on the way from the server to this computer, as that part is not encrypted.',
      doorbell,
      madeUp,
    ],
  },
  url: {
    name: 'At an address of your own',
    meaning: 'For a reverse proxy of yours, or a tunnel that you run yourself, such as cloudflared or ngrok.',
    seen: [
      'Whoever runs the reverse proxy or the tunnel at that address can read the hooks that pass through it and your hook URLs.',
      doorbell,
      madeUp,
    ],
  },
  off: {
    name: 'Not at all',
    meaning: 'No hook reaches this computer. Changes appear only when the app asks Redbooth for them now and then.',
    seen: ['Nothing of yours passes through anybody else: the app talks to Redbooth alone.'],
  },
};

const sources: Readonly<Record<HookSource, Way>> = {
  tunnel: {
    name: 'By hook',
    meaning: 'At once. An administrator of your organisation pastes a hook URL into Redbooth.',
  },
  team: {
    name: 'By your team’s server',
    meaning: 'At once, by one hook for the whole team. Whoever runs the server gives you its address and credentials.',
  },
  polling: {
    name: 'By asking Redbooth every minute',
    meaning: 'No administrator needed. Changes appear up to a minute late.',
  },
};

/** How changes come to be known, how hooks reach this computer, and whether they can. */
export const tunnel = {
  changesCome: 'Changes come',
  sources,
  pollInstead: 'Ask every minute instead',
  /** Read out when asking begins. */
  pollingBegun: 'The app asks Redbooth every minute now',
  hooksCome: 'Hooks come',
  ways,
  reading: 'Reading the settings…',
  fixed:
    'An option at the start of the app, or a settings file named there, decides this for the present run. Start the app without it to choose here.',
  server: 'Tunnel server',
  serverHint: 'Anyone can run one; the usual one is https://localtunnel.me.',
  publicAddress: 'Public address',
  publicAddressHint:
    'The address at which this computer is reached from outside, without the secret part of a hook URL.',
  addressForm: 'An address that starts with https://',
  saved: 'Saved and in force.',
  willChange: 'This changes your hook URLs: an administrator has to paste the new ones into Redbooth.',
  /** What follows `saved`. */
  changed: 'Your hook URLs change: an administrator has to paste the new ones into Redbooth.',
  lead: 'Where to lead them on this computer',
  localAddress: 'Address on this computer',
  copyLocalAddress: 'Copy the address on this computer',
  leadMeaning:
    'Point your reverse proxy or tunnel at this address. It stays the same across restarts; the option --hook-port sets another port.',
  seen: 'What others can see on the way',
  reachability: 'Reachability',
  connecting: 'Connecting…',
  /** `ago` is one of `times.…Ago`, here and below. */
  proven: (ago: string): string => `proven ${ago}`,
  notProven: 'not yet proven',
  provenMeaning: (ago: string): string => `Proven ${ago}, when the app last reached itself through its public address.`,
  notProvenMeaning: 'Not yet proven: the app has not reached itself through its public address so far.',
  cause: (cause: string): string => `Cause: ${cause}`,
  test: 'Test now',
  testing: 'Testing…',
  openSystemSettings: 'Open the system’s settings',
};

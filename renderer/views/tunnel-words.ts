import type { TunnelKind } from '../../electron/contract/index.ts';

type TunnelWords = {
  readonly name: string;
  readonly meaning: string;
  /** What those on the way of a hook can see. */
  readonly seen: readonly string[];
};

const doorbell =
  'A hook says only that a task was created, changed or deleted, and the number of that task. Titles, comments, names and your access to Redbooth never take this way: the app reads them from Redbooth directly, over an encrypted connection.';

const madeUp =
  'Whoever knows a hook URL can send made-up hooks to it. The app shows nothing that Redbooth does not confirm. If you suspect that, make a new URL under “Connect Redbooth”.';

/** The ways to be reached, in the words of the view that offers them. */
export const tunnelWords: { readonly [Kind in TunnelKind]: TunnelWords } = {
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

import { type WireLine, readWireLine } from './wire-line.ts';

/**
 * Says a line of `--json` as a person would read it in a terminal, or null for what is of no interest there. What is
 * said about `ready` depends on why the host runs; `sayReady` does that.
 */
export const humanLine = (line: string, sayReady: (uiUrl: string | null) => string): string | null => {
  const wire = readWireLine(line);
  if (!wire) return null;
  switch (wire.event) {
    case 'ready':
      return sayReady(wire.text('uiUrl'));
    case 'tunnel':
      return tunnelLine(wire);
    case 'team':
      return teamLine(wire);
    case 'account':
      return accountLine(wire);
    case 'notification':
      return [`• ${wire.text('title') ?? ''}`, ...present(wire.text('body'))].join(' — ');
    case 'error':
      return `Error: ${wire.text('message') ?? 'something went wrong.'}${small(wire.text('code'))}`;
    case 'hook':
    case 'change':
    case 'settled':
    case 'skipped':
      break;
  }
  return null;
};

const present = (text: string | null): readonly string[] => (text === null ? [] : [text]);
const small = (text: string | null): string => (text === null ? '' : ` (${text})`);

/** The address without its secret path: a terminal's text is kept and shared more easily than one thinks. */
const tunnelLine = (wire: WireLine): string | null => {
  const sentence = tunnelSentences.get(wire.text('state') ?? '');
  return sentence === undefined ? null : `${sentence(wire.text('url'))}${small(wire.text('cause'))}`;
};

const tunnelSentences = new Map<string, (url: string | null) => string>([
  ['connecting', () => 'Connecting, so that Redbooth can reach this machine.'],
  ['online', (url) => `Reachable: Redbooth’s hooks arrive through ${url ?? 'the public address'}.`],
  ['degraded', () => 'The public address answers, but not every time. Hooks may be late.'],
  ['offline', () => 'Not reachable: Redbooth’s hooks do not arrive for now. Trying again.'],
  // Whether there is a new URL, and what to do then, is told as a notification.
  [
    'name-lost',
    () => 'Your hook URL is lost: the tunnel server has given it to another computer. Hooks do not arrive.',
  ],
  ['off', () => 'The tunnel is off: hooks arrive only if something else brings them to this machine.'],
]);

const teamLine = (wire: WireLine): string | null => {
  const sentence = teamSentences.get(wire.text('state') ?? '');
  return sentence === undefined ? null : `${sentence}${small(wire.text('cause'))}`;
};

const teamSentences = new Map<string, string>([
  ['connecting', 'Connecting to the team’s stream of hooks.'],
  ['online', 'Connected to the team’s stream of hooks.'],
  ['offline', 'Not connected to the team’s stream of hooks for now. Trying again.'],
]);

const accountLine = (wire: WireLine): string | null =>
  accountSentences.get(wire.text('state') ?? '')?.(wire.text('user')) ?? null;

const accountSentences = new Map<string, (user: string | null) => string>([
  ['signed-in', (user) => (user === null ? 'Signed in to Redbooth.' : `Signed in to Redbooth as ${user}.`)],
  ['signed-out', () => 'Not signed in to Redbooth: changes cannot be read until you sign in.'],
  ['expired', () => 'Redbooth asks you to sign in again: changes cannot be read until then.'],
]);

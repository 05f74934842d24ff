import { type Result, fail, succeed } from '../../contract/index.ts';
import { cutAtWord, oneLine } from '../notify/plain-text.ts';

type FlagKind = 'switch' | 'value';

/** Every flag both hosts take, with what follows it and one line of help; null: those of teams, which docs/settings.md explains. */
export const flagTable = {
  'data-dir': { kind: 'value', value: 'DIR', help: 'keep all state in DIR' },
  settings: { kind: 'value', value: 'FILE', help: 'JSON laid over the stored settings' },
  'hook-port': { kind: 'value', value: 'N', help: 'loopback port for hooks (chosen once, then kept)' },
  tunnel: { kind: 'value', value: 'KIND', help: 'localtunnel, url or off (localtunnel)' },
  'tunnel-host': { kind: 'value', value: 'URL', help: 'the localtunnel server (https://localtunnel.me)' },
  'public-url': { kind: 'value', value: 'URL', help: 'with --tunnel url: the address seen from outside' },
  redbooth: { kind: 'value', value: 'URL', help: 'the Redbooth to use (https://redbooth.com)' },
  'api-rate': { kind: 'value', value: 'N', help: 'API requests a second, sustained (1)' },
  'catch-up': {
    kind: 'value',
    value: 'SECONDS',
    help: 'pause between catch-ups (900); 0: only at start and wake',
  },
  'hooks-from': { kind: 'value', value: 'URLS', help: null },
  'hooks-to': { kind: 'value', value: 'URLS', help: null },
  'nats-creds': { kind: 'value', value: 'FILE', help: null },
  'nats-ca': { kind: 'value', value: 'FILE', help: null },
  'hook-secret': { kind: 'value', value: 'FILE', help: null },
  'set-up-stream': { kind: 'switch', value: '', help: null },
  'stream-replicas': { kind: 'value', value: 'N', help: null },
  'stream-days': { kind: 'value', value: 'N', help: null },
  'stream-bytes': { kind: 'value', value: 'N', help: null },
  'new-team-key': { kind: 'value', value: 'ROLE', help: null },
  'ui-port': { kind: 'value', value: 'N', help: 'headless: port of the page (8766); 0: any free one' },
  'no-ui': { kind: 'switch', value: '', help: 'headless: serve no page' },
  'ui-link': { kind: 'switch', value: '', help: 'print a fresh link to the running page, and exit' },
  export: { kind: 'switch', value: '', help: 'print the history as JSON lines, and exit' },
  hidden: { kind: 'switch', value: '', help: 'desktop: start in the tray' },
  demo: { kind: 'switch', value: '', help: 'run against a pretend Redbooth, with nothing kept' },
  json: { kind: 'switch', value: '', help: 'one JSON object a line on stdout, all else on stderr' },
  version: { kind: 'switch', value: '', help: 'print the version, and exit' },
  help: { kind: 'switch', value: '', help: 'print this, and exit' },
} as const satisfies Record<string, { kind: FlagKind; value: string; help: string | null }>;

export type FlagName = keyof typeof flagTable;

/** The flags as given: the text of those that take a value, true for switches. */
export type Flags = { readonly [Name in FlagName]?: (typeof flagTable)[Name]['kind'] extends 'switch' ? true : string };

const longestQuote = 60;

/** What was given, fit to be part of a one-line message. */
export const quotedArgument = (text: string): string => cutAtWord(oneLine(text), longestQuote);

const isFlagName = (name: string): name is FlagName => Object.hasOwn(flagTable, name);

/** Arguments that a desktop start may carry besides ours: Chromium's and Node's own switches, and links to the app. */
export const isForeignArgument = (argument: string): boolean =>
  argument.startsWith('redbooth-notifier://') ||
  /^--(no-sandbox|sandbox|inspect|remote-|enable-|disable-|force-|ozone-|use-|user-data-dir|lang|proxy-|js-flags|trace-|log-|v(=|$)|vmodule|password-store|gtk-|gpu|in-process-gpu|single-process|no-zygote|original-process-start-time|allow-|ignore-|host-|autoplay-|class|display|high-dpi|origin-trial|ppapi|renderer|type|window-|touch-|ssl-|auth-|headless(=|$)|no-first-run|test-type|mute-audio|hide-scrollbars|edge-|metrics-|password-|unsafely-|require|secure-schemes|field-trial|variations|crash)/.test(
    argument,
  );

/**
 * Reads the command line. `isForeign` names arguments to let through unread (the desktop's); anything else unknown, a
 * missing value, or a value for a switch fails with one line that names the flag.
 */
export const parseFlags = (
  argumentList: readonly string[],
  isForeign: (argument: string) => boolean = () => false,
): Result<Flags, string> => {
  const given: Record<string, string | true> = {};
  for (let index = 0; index < argumentList.length; index += 1) {
    const argument = argumentList[index] ?? '';
    const [, name = '', inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (!isFlagName(name)) {
      if (isForeign(argument)) continue;
      return fail(`${quotedArgument(argument) || 'An empty argument'} is not a flag of this app; --help lists them`);
    }
    if (Object.hasOwn(given, name)) return fail(`--${name} is given twice`);
    const flag = flagTable[name];
    if (flag.kind === 'switch') {
      if (inline !== undefined) return fail(`--${name} takes no value`);
      given[name] = true;
      continue;
    }
    const next = argumentList[index + 1];
    const value = inline ?? (next === undefined || next.startsWith('--') ? '' : next);
    if (value === '') return fail(`--${name} needs a value: --${name} ${flag.value}`);
    if (inline === undefined) index += 1;
    given[name] = value;
  }
  return succeed(given);
};

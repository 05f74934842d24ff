import type { Log } from '../core/log.ts';

/** The scheme of links to the app. */
export const linkScheme = 'redbooth-notifier';

/** All that a link can ask for. */
export type AppLink = 'open' | 'settings';

/** The links, to the letter: any program and any web page may send one, so nothing of it is ever taken over. */
const links: ReadonlyMap<string, AppLink> = new Map([
  [`${linkScheme}://open`, 'open'],
  [`${linkScheme}://open/`, 'open'],
  [`${linkScheme}://settings`, 'settings'],
  [`${linkScheme}://settings/`, 'settings'],
]);

/** What an address asks of the app; null when it is none of its links. */
export const readAppLink = (address: string): AppLink | null => links.get(address) ?? null;

const isLink = (argument: string): boolean => argument.toLowerCase().startsWith(`${linkScheme}:`);

/** What a command line, or the system, asks for by a link: one of ours, nothing of the kind, or something to be ignored. */
export type AskedByLink = AppLink | 'no-link' | 'ignored';

/** Looks for a link in a command line; flags and links beside it are not looked at. One that is not ours is logged without what it says. */
export const findAppLink = (commandLine: readonly string[], log: Pick<Log, 'warn'>): AskedByLink => {
  const given = commandLine.find(isLink);
  if (given === undefined) return 'no-link';
  const link = readAppLink(given);
  if (link !== null) return link;
  log.warn(`A link to the app that it does not know was ignored (${given.length} characters).`);
  return 'ignored';
};

/**
 * The part of the command line in which flags count. The system hands links over behind a “--”: whatever a link breaks into
 * on its way there is behind it too, and can be no flag.
 */
export const beforeLinks = (commandLine: readonly string[]): readonly string[] => {
  const end = commandLine.indexOf('--');
  return end === -1 ? commandLine : commandLine.slice(0, end);
};

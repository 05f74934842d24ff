import { basename } from 'node:path';

/** So that a shell takes it as one word, whatever is in it. */
const quoted = (path: string): string =>
  /^[\w./\\:~-]+$/.test(path) ? path : `"${path.replaceAll('"', String.raw`\"`)}"`;

/**
 * The command that starts a demo beside this headless host, which was started by `commandLine` (process.argv). The port of
 * the page is any free one, as this host has the usual one.
 */
export const demoCommand = ([, script = '']: readonly string[]): string => {
  const isInstalled = !/\.[cm]?[jt]s$/.test(script);
  const program = isInstalled ? basename(script) || 'redbooth-notifier' : `node ${quoted(script)}`;
  return `${program} --demo --ui-port 0`;
};

import { flagTable } from './flags.ts';

/** The text of `--help`: fits a screen. `command` is how this host is started. */
export const helpText = (command: string): string => {
  const lines = Object.entries(flagTable).map(
    ([name, { value, help }]) => `  ${`--${name} ${value}`.trimEnd().padEnd(20)}${help}`,
  );
  return [
    `usage: ${command} [flags]`,
    '',
    'Native notifications for the tasks of your team in Redbooth.',
    '',
    ...lines,
    '',
    'Sign in from the page, or by the environment: REDBOOTH_ACCESS_TOKEN, or',
    'REDBOOTH_CLIENT_ID, REDBOOTH_CLIENT_SECRET and REDBOOTH_REFRESH_TOKEN.',
  ].join('\n');
};

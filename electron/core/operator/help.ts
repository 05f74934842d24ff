import { type FlagName, flagTable } from './flags.ts';

const width = 80;

/** A flag as it is written: `--name VALUE`. */
const spelled = (name: string, value: string): string => `--${name} ${value}`.trimEnd();

/** Words one after another, in lines of the screen. */
const wrapped = (words: readonly string[]): readonly string[] => {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`  ${word}`);
  }
  return lines;
};

const isAbout = (name: string): name is Extract<FlagName, 'version' | 'help'> => name === 'version' || name === 'help';

/** The text of `--help`: fits a screen of 24 lines and 80 columns. `command` is how this host is started. */
export const helpText = (command: string): string => {
  const flags = Object.entries(flagTable);
  const explained = flags.flatMap(([name, { value, help }]) =>
    help === null || isAbout(name) ? [] : [`  ${spelled(name, value).padEnd(20)}${help}`],
  );
  const ofTeams = flags.flatMap(([name, { value, help }]) => (help === null ? [spelled(name, value)] : []));
  return [
    `usage: ${command} [flags]`,
    `       ${command} doctor [flags]    check everything, and exit`,
    ...explained,
    `  ${'--version, --help'.padEnd(20)}print the version or this, and exit`,
    'For the hooks of a team (docs/settings.md):',
    ...wrapped(ofTeams),
    'Sign in from the page, or by REDBOOTH_ACCESS_TOKEN (docs/headless.md).',
  ].join('\n');
};

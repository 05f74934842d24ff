import { isForeignArgument, parseFlags } from '../core/operator/flags.ts';
import { createHumanLines } from '../core/operator/human-lines.ts';
import type { Report } from '../core/operator/line.ts';
import { type Options, readOptions } from '../core/operator/options.ts';
import { formatLine } from '../core/operator/write-lines.ts';
import { printAbout, printExport } from './commands.ts';
import { chooseDataDirectory } from './prepare.ts';
import { printUiLink } from './ui-link.ts';

/** What a command line asks for: something that was printed, something that cannot be, the checks of `doctor`, or the app. */
export type CommandLine =
  | { readonly kind: 'done'; readonly exitCode: 0 | 1 | 2; readonly complaint: string | null }
  | { readonly kind: 'run' | 'doctor'; readonly options: Options; readonly dataDirectory: string };

/** Reads the command line of a host; what only prints has written to `write` when this returns. */
export const readCommandLine = (
  argumentList: readonly string[],
  host: 'desktop' | 'headless',
  write: (text: string) => void,
): CommandLine => {
  const isDoctor = argumentList[0] === 'doctor';
  const flags = parseFlags(
    isDoctor ? argumentList.slice(1) : argumentList,
    host === 'desktop' ? isForeignArgument : undefined,
  );
  if (!flags.ok) return { kind: 'done', exitCode: 2, complaint: flags.failure };
  const options = readOptions(flags.value);
  if (!options.ok) return { kind: 'done', exitCode: 2, complaint: options.failure };
  if (host === 'desktop' && options.value.teamTask !== null)
    return { kind: 'done', exitCode: 2, complaint: '--hooks-to and --new-team-key are for the headless host' };
  if (isDoctor && (options.value.isDemo || options.value.teamTask !== null))
    return {
      kind: 'done',
      exitCode: 2,
      complaint: 'doctor is for the app itself: it takes no --demo and no --hooks-to',
    };
  const about = printAbout(flags.value, 'redbooth-notifier');
  const dataDirectory = (): string => chooseDataDirectory(options.value);
  const printed =
    about ??
    (flags.value.export === true ? printExport(dataDirectory(), write) : null) ??
    (flags.value['ui-link'] === true ? printUiLink(dataDirectory()) : null);
  if (printed === null)
    return { kind: isDoctor ? 'doctor' : 'run', options: options.value, dataDirectory: dataDirectory() };
  if (printed.exitCode === 1) return { kind: 'done', exitCode: 1, complaint: printed.message };
  write(printed.text);
  return { kind: 'done', exitCode: 0, complaint: null };
};

/** One line for stderr. */
export const complaintLine = (complaint: string): string => `redbooth-notifier: ${complaint}\n`;

/** Writes what happens as lines of `--json`, or as a person reads it; `sayReady` is told the page’s address, if any. */
export const createReport = (
  isJson: boolean,
  write: (text: string) => void,
  sayReady: (uiUrl: string | null) => string,
): Report => {
  if (isJson) return (line, at) => write(`${formatLine(line, at)}\n`);
  const read = createHumanLines(sayReady);
  return (line, at) => {
    const text = read(formatLine(line, at));
    if (text !== null) write(`${text}\n`);
  };
};

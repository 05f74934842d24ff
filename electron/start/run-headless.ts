import { formatLine } from '../core/operator/write-lines.ts';
import { parseFlags } from '../core/operator/flags.ts';
import { readOptions } from '../core/operator/options.ts';
import { usualDataDirectory } from '../core/operator/data-directory.ts';
import type { Report } from '../core/operator/line.ts';
import { humanLine } from '../core/operator/human-line.ts';
import { type Printed, printAbout, printExport } from './commands.ts';
import { startHeadlessHost } from './headless-host.ts';
import { printUiLink } from './ui-link.ts';

const write = (text: string): void => void process.stdout.write(text);
const complain = (message: string): void => void process.stderr.write(`redbooth-notifier: ${message}\n`);

/** Prints what a command came to, and answers with the exit code. */
const printed = (result: Printed): number => {
  if (result.exitCode === 0) write(result.text);
  else complain(result.message);
  return result.exitCode;
};

/** Runs the headless host for a command line; answers with the exit code, or null while it goes on running. */
export const runHeadless = async (argumentList: readonly string[]): Promise<number | null> => {
  const flags = parseFlags(argumentList);
  const options = flags.ok ? readOptions(flags.value) : flags;
  if (!flags.ok || !options.ok) {
    complain(options.ok ? '' : options.failure);
    return 2;
  }
  const about = printAbout(flags.value, 'redbooth-notifier');
  if (about !== null) return printed(about);
  const dataDirectory = options.value.dataDirectory ?? usualDataDirectory(process.platform, process.env);
  if (flags.value.export === true) return printed(printExport(dataDirectory, write));
  if (flags.value['ui-link'] === true) return printed(printUiLink(dataDirectory));

  // Whoever read our lines is gone: the app goes on without a reader.
  process.stdout.on('error', () => undefined);
  const report: Report = options.value.isJson
    ? (line, at) => write(`${formatLine(line, at)}\n`)
    : (line, at) => {
        const text = humanLine(formatLine(line, at), (uiUrl) =>
          uiUrl === null ? 'Running.' : `Running: open ${uiUrl} in your browser.`,
        );
        if (text !== null) write(`${text}\n`);
      };
  const host = await startHeadlessHost(options.value, report);
  if (!host.ok) {
    complain(host.failure.message);
    return 1;
  }
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    host.value.dispose().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(`Stopping failed: ${String(error)}`);
        process.exit(0);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return null;
};

import { systemClock } from '../core/clock.ts';
import { complaintLine, createReport, readCommandLine } from './command-line.ts';
import { startHeadlessHost } from './headless-host.ts';

const write = (text: string): void => void process.stdout.write(text);
const complain = (message: string): void => void process.stderr.write(complaintLine(message));

/** Runs the headless host for a command line; answers with the exit code, or null while it goes on running. */
export const runHeadless = async (argumentList: readonly string[]): Promise<number | null> => {
  // Whoever read our lines is gone: the app goes on without a reader.
  process.stdout.on('error', () => undefined);
  // A limit on the size of files (`ulimit -f`) is then a write that fails, like on a full disk, and not the end.
  process.on('SIGXFSZ', () => undefined);
  const command = readCommandLine(argumentList, 'headless', write);
  if (command.kind === 'done') {
    if (command.complaint !== null) complain(command.complaint);
    return command.exitCode;
  }
  const { options, dataDirectory } = command;
  if (command.kind === 'doctor') {
    const { runDoctor } = await import('./doctor-command.ts');
    const examined = await runDoctor(dataDirectory, options, write);
    if (examined.exitCode === 1 && examined.message !== null) complain(examined.message);
    return examined.exitCode;
  }
  const { teamTask } = options;
  // What only a team needs is loaded only for one.
  if (teamTask !== null && teamTask.kind !== 'receive') {
    const { runTeamCommand } = await import('./team-commands.ts');
    const printed = await runTeamCommand(teamTask);
    if (printed.exitCode === 0) write(printed.text);
    else complain(printed.message);
    return printed.exitCode;
  }
  const report = createReport(options.isJson, write, (uiUrl) =>
    uiUrl === null ? 'Running.' : `Running: open ${uiUrl} in your browser.`,
  );
  const host =
    teamTask === null
      ? await startHeadlessHost(dataDirectory, options, report)
      : await (await import('./receiver-host.ts')).startReceiverHost(dataDirectory, options, teamTask, report);
  if (!host.ok) {
    if (options.isJson) report({ event: 'error', ...host.failure }, systemClock.now());
    complain(host.failure.message);
    return 1;
  }
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    try {
      await host.value.dispose();
    } catch (error) {
      complain(`stopping failed (${String(error)}).`);
    }
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  return null;
};

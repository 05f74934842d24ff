import { existsSync } from 'node:fs';
import { openDatabaseReadOnly } from '../core/database/open.ts';
import { historyFile } from '../core/operator/data-directory.ts';
import { exportHistory } from '../core/operator/export.ts';
import type { Flags } from '../core/operator/flags.ts';
import { helpText } from '../core/operator/help.ts';
import { formatLine } from '../core/operator/write-lines.ts';
import { version } from '../core/version.ts';

/** What a command that only prints came to: its text for stdout, or the one line for stderr. */
export type Printed =
  { readonly exitCode: 0; readonly text: string } | { readonly exitCode: 1; readonly message: string };

/** `--help` and `--version`, which need nothing; null when neither was asked for. */
export const printAbout = (flags: Flags, command: string): Printed | null => {
  if (flags.help === true) return { exitCode: 0, text: `${helpText(command)}\n` };
  if (flags.version === true) return { exitCode: 0, text: `${version}\n` };
  return null;
};

/** `--export`: the history as JSON lines; also while the app runs. */
export const printExport = (dataDirectory: string, write: (text: string) => void): Printed => {
  const file = historyFile(dataDirectory);
  if (!existsSync(file)) return { exitCode: 1, message: `There is no history in ${dataDirectory}. Check --data-dir.` };
  try {
    const database = openDatabaseReadOnly(file);
    try {
      exportHistory(database, (line, at) => write(`${formatLine(line, at)}\n`));
    } finally {
      database.close();
    }
    return { exitCode: 0, text: '' };
  } catch (error) {
    return {
      exitCode: 1,
      message: `The history ${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`,
    };
  }
};

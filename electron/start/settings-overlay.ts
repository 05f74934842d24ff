import { readFileSync } from 'node:fs';
import { type Result, fail, succeed } from '../contract/index.ts';

/** Reads the file of `--settings`; a failure is one line that names the flag. Without a file there is nothing to lay over. */
export const readSettingsOverlay = (file: string | null): Result<unknown, string> => {
  if (file === null) return succeed({});
  try {
    return succeed(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return fail(`--settings ${file} cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
};

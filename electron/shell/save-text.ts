import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, succeed } from '../contract/index.ts';
import type { SystemPort } from '../core/system-port.ts';
import type { HostMessages } from '../messages/en/index.ts';
import { systemCode } from '../core/system-error.ts';

export type SaveTextPorts = {
  /** Where the dialog begins. */
  readonly folder: string;
  /** Asks the user where to; null when they want it nowhere after all. */
  readonly choosePlace: (suggestion: string) => Promise<string | null>;
  readonly messages: () => HostMessages;
};

const causeOf = (error: unknown): string => systemCode(error) ?? String(error);

/** Writes a text where the user chooses to have it. */
export const createSaveText =
  ({ folder, choosePlace, messages }: SaveTextPorts): SystemPort['saveText'] =>
  async (name, text) => {
    const file = await choosePlace(join(folder, name));
    if (file === null) return succeed({ kind: 'nothing' });
    try {
      await writeFile(file, text);
      return succeed({ kind: 'saved', file });
    } catch (error) {
      return fail(messages().settingsFile.notWritten(file, causeOf(error)));
    }
  };

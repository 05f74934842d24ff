import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../electron/core/database/open.ts';
import { temporaryDirectory } from './directory.ts';

/** A history file in a directory of its own; `open` may be called again after a restart. */
export type TemporaryHistory = { readonly file: string; open(): DatabaseSync };

/** A history file that is gone when the test ends. */
export const temporaryHistory = (): TemporaryHistory => {
  const file = join(temporaryDirectory(), 'history.sqlite');
  return {
    file,
    open: () => {
      const database = openDatabase(file);
      onTestFinished(() => {
        if (database.isOpen) database.close();
      });
      return database;
    },
  };
};

/** An open history file of its own. */
export const temporaryDatabase = (): DatabaseSync => temporaryHistory().open();

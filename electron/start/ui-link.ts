import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { systemClock } from '../core/clock.ts';
import { createKept } from '../core/database/kept.ts';
import { takeLock } from '../core/database/lock.ts';
import { openDatabase } from '../core/database/open.ts';
import { historyFile } from '../core/operator/data-directory.ts';
import { createPageLinks, pageLinkUrl } from '../web/page-links.ts';
import type { Printed } from './commands.ts';

/** Where the port of the running page is kept. */
export const uiPortKey = 'ui-port';
export const uiPortSchema = v.pipe(v.number(), v.integer());

/** `--ui-link`: a fresh one-time link to the page of the headless host that runs on this data directory. */
export const printUiLink = (dataDirectory: string): Printed => {
  const notRunning: Printed = {
    exitCode: 1,
    message: `No headless app with a page is running on ${dataDirectory}. Start it first, or check --data-dir.`,
  };
  if (!existsSync(historyFile(dataDirectory))) return notRunning;
  const lock = takeLock(dataDirectory);
  lock?.release();
  if (lock !== null) return notRunning;
  const database = openDatabase(historyFile(dataDirectory));
  try {
    const port = createKept(database, uiPortKey, uiPortSchema).read();
    if (port === null) return notRunning;
    return { exitCode: 0, text: `${pageLinkUrl(port, createPageLinks({ database, clock: systemClock }).issue())}\n` };
  } finally {
    database.close();
  }
};

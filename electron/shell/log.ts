import { join } from 'node:path';
// The library’s plain part: its Electron part would open an IPC channel to every page.
import electronLog from 'electron-log/node';
import { type Log, createLog } from '../core/log.ts';

/** How large the file gets before it is set aside, in bytes; one old file is kept. */
const fileLimit = 1024 * 1024;

/** A log that writes masked lines to `logs/app.log` of the data directory and to `writeLine` (the terminal). */
export const createFileLog = (dataDirectory: string, writeLine: (line: string) => void): Log => {
  const file = electronLog.create({ logId: dataDirectory });
  file.transports.console.level = false;
  file.transports.file.level = 'info';
  file.transports.file.maxSize = fileLimit;
  file.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.transports.file.resolvePathFn = () => join(dataDirectory, 'logs', 'app.log');
  return createLog((level, message) => {
    file[level](message);
    writeLine(`${level === 'info' ? '' : `${level}: `}${message}`);
  });
};

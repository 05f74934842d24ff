import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFileLog } from '../../electron/shell/log.ts';
import { temporaryDirectory } from '../fakes/directory.ts';

const secret = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';

it('writes masked lines to the file and to the terminal', () => {
  const directory = temporaryDirectory();
  const lines: string[] = [];
  const log = createFileLog(directory, (line) => lines.push(line));
  log.info('The tunnel is online.');
  log.error(`It stopped at /${secret} with Bearer t0ken`);
  const file = readFileSync(join(directory, 'logs', 'app.log'), 'utf8');
  expect(lines).toEqual(['The tunnel is online.', 'error: It stopped at /*** with Bearer ***']);
  expect(file).toMatch(/\[info\]\s+The tunnel is online\.\n.*\[error\] It stopped at \/\*\*\* with Bearer \*\*\*\n/);
});

it.skipIf(process.platform === 'win32')('keeps the file to its owner', () => {
  const directory = temporaryDirectory();
  createFileLog(directory, () => undefined).info('Started.');
  expect(statSync(join(directory, 'logs', 'app.log')).mode & 0o077).toBe(0);
});

/**
 * Loaded into the built host before its own code (`node --import`): ends the process with SIGKILL the nth time it passes the
 * point named by KILL_POINT (`point@n`). The product knows nothing of it.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';

const [point = '', nth = '1'] = (process.env['KILL_POINT'] ?? '').split('@');
let left = Number(nth);

const pass = (name: string): void => {
  if (name !== point) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};

// oxlint-disable-next-line typescript/unbound-method -- both are applied to the database they were called on
const { exec, prepare } = DatabaseSync.prototype;
/** The tables that the transaction under way has written. */
const written = new Set<string>();
const passCommit = (when: string): void => {
  pass(`${when}-commit`);
  for (const table of written) pass(`${when}-commit-of-${table}`);
};
DatabaseSync.prototype.exec = function (sql) {
  if (sql.startsWith('BEGIN')) written.clear();
  if (sql === 'COMMIT') passCommit('before');
  Reflect.apply(exec, this, [sql]);
  if (sql === 'COMMIT') passCommit('after');
};
DatabaseSync.prototype.prepare = function (...query) {
  const statement = Reflect.apply(prepare, this, query);
  const table = /^\s*(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)/.exec(query[0])?.[1];
  if (table === undefined) return statement;
  const run = statement.run.bind(statement);
  statement.run = (...values: unknown[]) => {
    const changed = Reflect.apply(run, undefined, values);
    written.add(table);
    pass(`write-${table}`);
    return changed;
  };
  return statement;
};

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (...text: readonly unknown[]): boolean => {
  const event = /"event":"([\w-]+)"/.exec(String(text[0]))?.[1];
  if (event !== undefined) pass(`line-${event}`);
  return Reflect.apply(write, process.stdout, text);
};

const { renameSync } = fs;
fs.renameSync = (from, to) => {
  pass('before-settings');
  renameSync(from, to);
  pass('after-settings');
};
const renamePrivately = fs.promises.rename;
fs.promises.rename = async (from, to) => {
  pass('before-secrets');
  await renamePrivately(from, to);
  pass('after-secrets');
};
syncBuiltinESMExports();

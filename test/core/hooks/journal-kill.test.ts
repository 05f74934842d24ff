import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../electron/core/clock.ts';
import { openDatabase } from '../../../electron/core/database/open.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { hookBody, request } from './harness.ts';

const writer = fileURLToPath(new URL('journal-writer.ts', import.meta.url));
const targetSchema = v.object({ port: v.number(), path: v.string() });

const startWriter = async (file: string) => {
  const child = spawn(process.execPath, [writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  return { child, ...v.parse(targetSchema, JSON.parse(String(line))) };
};

/** Sends hooks with the given ids, 20 connections at a time, until the writer is gone; answers with those acknowledged. */
const loadUntilGone = async (
  port: number,
  path: string,
  nextId: () => number,
  onAcknowledged: (id: number) => void,
) => {
  const connection = (): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' });
      let id = 0;
      const send = (): void => {
        id = nextId();
        socket.write(request('POST', path, hookBody(id)));
      };
      socket.on('connect', send);
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
      socket.on('data', (answer: Buffer) => {
        if (!answer.toString('latin1').startsWith('HTTP/1.1 200 ')) return;
        onAcknowledged(id);
        send();
      });
    });
  await Promise.all(Array.from({ length: 20 }, connection));
};

test('A kill under load, three times over, leaves every acknowledged hook in the file', async () => {
  const file = join(temporaryDirectory(), 'history.sqlite');
  const acknowledged = new Set<string>();
  let last = 0;
  for (const before of [1, 150, 400]) {
    const { child, port, path } = await startWriter(file);
    const start = acknowledged.size;
    const exited = once(child, 'exit');
    await loadUntilGone(
      port,
      path,
      () => (last += 1),
      (id) => {
        acknowledged.add(String(id));
        if (acknowledged.size - start === before) child.kill('SIGKILL');
      },
    );
    expect(await exited).toEqual([null, 'SIGKILL']);
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(551);

  const database = openDatabase(file);
  const journal = createJournal({ database, clock: systemClock, onCommitted: () => undefined });
  const stored = journal.unsettled();
  const storedTaskIds = new Set(stored.map(({ taskId }) => taskId));
  expect([...acknowledged].filter((taskId) => !storedTaskIds.has(taskId))).toEqual([]);
  expect(storedTaskIds.size).toBe(stored.length);
  expect(stored.map(({ id }) => Number(id))).toEqual(stored.map(({ id }) => Number(id)).sort((a, b) => a - b));
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  await journal.dispose();
  database.close();
});

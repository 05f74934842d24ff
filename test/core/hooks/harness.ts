import { type Socket, connect } from 'node:net';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { type Clock, systemClock } from '../../../electron/core/clock.ts';
import { openDatabase } from '../../../electron/core/database/open.ts';
import type { Hook } from '../../../electron/core/hooks/hook.ts';
import { type HookUrlRecord, createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { type Journal, createJournal } from '../../../electron/core/hooks/journal.ts';
import type { Limits } from '../../../electron/core/hooks/limits.ts';
import { type Listener, createListener } from '../../../electron/core/hooks/listener.ts';
import { type Nonces, createNonces } from '../../../electron/core/hooks/nonces.ts';
import type { ReceivedRequest } from '../../../electron/core/hooks/received-request.ts';
import type { Log } from '../../../electron/core/log.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { type WireAnswer, readAnswers } from './wire-answers.ts';

export { type WireAnswer } from './wire-answers.ts';

/** A history file in a directory of its own, closed when the test ends. */
export const openTestDatabase = (): DatabaseSync => {
  const database = openDatabase(join(temporaryDirectory(), 'history.sqlite'));
  onTestFinished(() => {
    if (database.isOpen) database.close();
  });
  return database;
};

export type TestListener = {
  readonly listener: Listener;
  readonly journal: Journal;
  readonly database: DatabaseSync;
  readonly nonces: Nonces;
  readonly hookUrl: HookUrlRecord;
  readonly port: number;
  readonly committed: Hook[];
  readonly logged: string[];
};

type Options = {
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
  readonly onRequest?: (record: ReceivedRequest) => void;
};

/** The listener with all its real parts, on a port of its own. */
export const startListener = async ({
  limits = {},
  clock = systemClock,
  onRequest,
}: Options = {}): Promise<TestListener> => {
  const database = openTestDatabase();
  const committed: Hook[] = [];
  const logged: string[] = [];
  const write = (message: string): void => void logged.push(message);
  const log: Log = { info: write, warn: write, error: write };
  const hookUrls = createHookUrls({ database, clock, onChanged: () => undefined });
  const journal = createJournal({ database, clock, onCommitted: (hooks) => void committed.push(...hooks) });
  const nonces = createNonces({ clock });
  const listener = createListener({
    hookUrls,
    append: journal.append,
    appendMany: journal.appendMany,
    nonces,
    log,
    clock,
    limits,
    ...(onRequest && { onRequest }),
  });
  const added = hookUrls.add('Test');
  const listening = await listener.listen(0);
  if (!added.ok || !listening.ok) throw new Error('the listener did not start');
  onTestFinished(async () => {
    await listener.dispose();
    await journal.dispose();
  });
  return { listener, journal, database, nonces, hookUrl: added.value, port: listening.value, committed, logged };
};

export type Wire = {
  readonly socket: Socket;
  /** Everything received so far. */
  text(): string;
  /** Settles when the other side has closed, whether with an end or a reset. */
  readonly closed: Promise<void>;
  /** Settles when `count` answers have arrived; rejects when the connection closes before. */
  answers(count: number): Promise<readonly WireAnswer[]>;
};

/** Watches a raw connection. */
export const watch = (socket: Socket, isHead = false): Wire => {
  let received = '';
  let wake = (): void => undefined;
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString('latin1');
    wake();
  });
  socket.on('error', () => undefined);
  let isClosed = false;
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      isClosed = true;
      wake();
      resolve();
    });
  });
  onTestFinished(() => void socket.destroy());
  const answers = async (count: number): Promise<readonly WireAnswer[]> => {
    for (;;) {
      const found = readAnswers(received, isHead);
      if (found.length >= count) return found;
      if (isClosed) throw new Error(`closed after ${found.length} answers: ${received}`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return { socket, text: () => received, closed, answers };
};

/** Opens a raw connection to the listener. */
export const open = (port: number, isHead = false): Wire => watch(connect({ port, host: '127.0.0.1' }), isHead);

/** Sends `pieces`, each on its own, and answers with the first answer. */
export const ask = async (port: number, ...pieces: readonly (string | Buffer)[]): Promise<WireAnswer> => {
  const wire = open(port, String(pieces[0]).startsWith('HEAD'));
  for (const piece of pieces) {
    await new Promise<void>((resolve) => wire.socket.write(piece, () => setImmediate(resolve)));
  }
  const [answer] = await wire.answers(1);
  if (!answer) throw new Error('no answer');
  wire.socket.destroy();
  return answer;
};

/** A request's bytes. */
export const request = (
  method: string,
  path: string,
  body: string | Buffer = '',
  headers: readonly string[] = [],
): Buffer =>
  Buffer.concat([
    Buffer.from(
      [
        `${method} ${path} HTTP/1.1`,
        'Host: example.test',
        ...headers,
        ...(body.length > 0 ? [`Content-Length: ${Buffer.byteLength(body)}`] : []),
        '',
        '',
      ].join('\r\n'),
    ),
    Buffer.from(body),
  ]);

/** What Redbooth documents that it sends. */
export const hookBody = (id: number | string, action = 'update'): string =>
  JSON.stringify({ type: 'task', id, url: `https://redbooth.com/api/3/tasks/${id}`, action });

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Dispatch, PageEvent } from '../../electron/contract/index.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { createPageLinks } from '../../electron/web/page-links.ts';
import { type PageServerPorts, createPageServer } from '../../electron/web/page-server.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { temporaryDirectory } from '../fakes/directory.ts';
import { createPageClient } from './page-client.ts';

/** What lies beside the page's directory and must never be served. */
export const neighbour = 'a file that is nobody’s business';

const writePage = (): string => {
  const directory = temporaryDirectory();
  const page = join(directory, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(directory, 'neighbour.json'), neighbour);
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Page</title>');
  writeFileSync(join(page, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(page, 'assets', 'app.css'), 'body {}');
  writeFileSync(join(page, 'notes.txt'), 'of a kind that is not served');
  return page;
};

/** A real server on a free port with a real database in memory, a clock turned by hand, and an app that records. */
export const startPageServer = async (overrides: Partial<PageServerPorts> = {}) => {
  const clock = createFakeClock();
  const database = openDatabase(':memory:');
  const calls: { name: unknown; payload: unknown }[] = [];
  const logged: string[] = [];
  const listeners = new Set<(event: PageEvent) => void>();
  const dispatch: Dispatch = async (name, payload) => {
    calls.push({ name, payload });
    return name === 'resume'
      ? { ok: true, value: null }
      : { ok: false, failure: { code: 'not-found', message: 'There is no such thing.' } };
  };
  const log = (message: string): void => void logged.push(message);
  const server = createPageServer({
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    pageDirectory: writePage(),
    links: createPageLinks({ database, clock }),
    log: { info: log, warn: log, error: log },
    clock,
    ...overrides,
  });
  const listening = await server.listen(0);
  if (!listening.ok) throw new Error(listening.failure.message);
  onTestFinished(async () => {
    await server.dispose();
    database.close();
  });
  const client = createPageClient(listening.value);
  const issueToken = (): string => new URL(server.issueLink()).hash.slice('#token='.length);
  return {
    server,
    port: listening.value,
    clock,
    calls,
    logged,
    client,
    listeners,
    tell: (event: PageEvent) => listeners.forEach((listener) => listener(event)),
    issueToken,
    /** The Cookie header of a browser that was let in. */
    signIn: async () => {
      const answer = await client.post('/api/session', { token: issueToken() });
      return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    },
  };
};

import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type CheckReport, requests } from '../contract/index.ts';
import type { Clock } from '../core/clock.ts';
import { createKept } from '../core/database/kept.ts';
import type { Fetch, FetchReply } from '../core/redbooth/client-port.ts';
import { readText } from '../core/redbooth/body.ts';
import { createDeadline } from '../core/tunnel/deadline.ts';
import { createPageLinks } from '../web/page-links.ts';
import { uiPortKey, uiPortSchema } from './ui-link.ts';

type AskPorts = {
  /** The history of the running app, open for writing. */
  readonly database: DatabaseSync;
  readonly fetch: Fetch;
  readonly clock: Clock;
};

/** The checks have 20 s of their own. */
const timeLimit = 30_000;
const bodyLimit = 1024 * 1024;

const replySchema = v.object({ ok: v.literal(true), value: requests['run-checks'].answer });

/**
 * Has the app that runs on this data directory check itself, through the page it serves on this machine. Null where it
 * serves none, as the desktop app does, or does not answer. Rejects when its history cannot be used.
 */
export const askRunningApp = async ({ database, fetch, clock }: AskPorts): Promise<CheckReport | null> => {
  const port = createKept(database, uiPortKey, uiPortSchema).read();
  if (port === null) return null;
  const links = createPageLinks({ database, clock });
  const token = links.issue();
  const origin = `http://127.0.0.1:${port}`;
  const deadline = createDeadline(clock, timeLimit, new AbortController().signal);
  const post = (path: string, content: unknown, cookie: string | null): Promise<FetchReply> =>
    fetch(`${origin}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...(cookie !== null && { cookie }) },
      body: JSON.stringify(content),
      redirect: 'error',
      signal: deadline.signal,
    });
  try {
    const session = await post('session', { token }, null);
    const [cookie] = (session.headers.get('set-cookie') ?? '').split(';');
    if (session.status !== 204 || cookie === undefined || cookie === '') return null;
    const reply = await post('run-checks', { language: 'en' }, cookie);
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), replySchema), await readText(reply, bodyLimit));
    return parsed.success ? parsed.output.value : null;
  } catch {
    // Nothing of ours listens there any more.
    return null;
  } finally {
    deadline.dispose();
    // Where it was not used, it is of no use to anybody else.
    links.redeem(token);
  }
};

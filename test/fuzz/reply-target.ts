import * as fc from 'fast-check';
import { sentenceOf } from '../../electron/core/notify/sentence.ts';
import { valuesOf } from '../../electron/core/changes/difference.ts';
import { createRedboothClient } from '../../electron/core/redbooth/client.ts';
import type { RedboothClient } from '../../electron/core/redbooth/client-port.ts';
import { createLimiter } from '../../electron/core/redbooth/limiter.ts';
import { taskUrl } from '../../electron/core/redbooth/links.ts';
import type { Task } from '../../electron/core/redbooth/task.ts';
import { readTokenReply } from '../../electron/core/redbooth/token-reply.ts';
import { createHastyClock } from '../core/redbooth/hasty-clock.ts';
import { aChange, anEdit } from '../fakes/change.ts';
import { aTask } from '../fakes/task.ts';
import { asDamagedText, damaged, hostileText } from './hostile-json.ts';
import { samples } from './samples.ts';
import type { FuzzTarget } from './target.ts';
import { readingAt } from '../fakes/reading.ts';

type Kind = keyof typeof samples;
type ReplyCase = {
  readonly kind: Kind;
  readonly isList: boolean;
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
};

const kinds: readonly Kind[] = [
  'task',
  'task',
  'task',
  'comment',
  'comment',
  'user',
  'person',
  'project',
  'organization',
  'token',
];
const statuses = [
  ...Array<number>(20).fill(200),
  201,
  202,
  204,
  206,
  301,
  400,
  401,
  403,
  404,
  410,
  422,
  429,
  500,
  503,
  599,
];

const caseOf = (kind: Kind, isList: boolean): fc.Arbitrary<ReplyCase> => {
  const thing = damaged(samples[kind]);
  return fc.record({
    kind: fc.constant(kind),
    isList: fc.constant(isList),
    status: fc.constantFrom(...statuses),
    retryAfter: fc.constantFrom(null, null, null, '0', '-1', '1e9', 'Wed, 21 Oct 2099 07:28:00 GMT', 'soon'),
    text: fc.oneof(
      { weight: 12, arbitrary: asDamagedText(isList ? fc.array(thing, { maxLength: 4 }) : thing) },
      { weight: 1, arbitrary: hostileText },
      { weight: 1, arbitrary: fc.constantFrom('['.repeat(50_000), '{"a":'.repeat(20_000), '[1'.padEnd(100_000, ',1')) },
    ),
  });
};

const cases = fc.tuple(fc.constantFrom(...kinds), fc.boolean()).chain(([kind, isList]) => caseOf(kind, isList));

const ask = (client: RedboothClient, kind: Kind, isList: boolean) => {
  switch (kind) {
    case 'task':
      return isList ? client.recentTasks(1, 50) : client.task('48123');
    case 'comment':
      return client.comments('48123', '1', 20);
    case 'user':
      return isList ? client.users({}) : client.me();
    case 'person':
      return client.people({ projectId: '10' });
    case 'project':
      return isList ? client.projects() : client.project('10');
    case 'organization':
      return client.organizations();
    case 'token':
      return client.taskList('100');
  }
};

const isTask = (value: unknown): value is Task =>
  typeof value === 'object' && value !== null && 'assignedPersonId' in value && 'projectId' in value && 'name' in value;

/** What a notification of a task with these values would say is short, on one line, and leads nowhere but to Redbooth. */
const problemOfTask = (task: Task): string | null => {
  const after = valuesOf(task);
  const edits = [...valuesOf(aTask())].map(([field, before]) =>
    anEdit(field, { before, after: after.get(field) ?? null }),
  );
  const url = taskUrl('https://redbooth.com', task.projectId, task.id);
  for (const edit of edits) {
    const { title, body } = sentenceOf(
      aChange({ title: task.name, dueOn: task.dueOn, edits: [edit], url }),
      readingAt(Date.UTC(2026, 10, 23)),
    );
    if (Array.from(title).length > 120 || Array.from(body).length > 200) return 'a notification that is too long';
    if (/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(title + body)) return 'a control character in a notification';
  }
  if (url === null || !/^https:\/\/redbooth\.com\/a\/#!\/projects\/\d{1,19}\/tasks\/\d{1,19}$/.test(url))
    return `a page that is none of Redbooth’s: ${url}`;
  return task.watcherUserIds.every((id) => /^\d{1,19}$/.test(id)) ? null : 'a watcher who is no user';
};

const tasksIn = (value: unknown): readonly Task[] => {
  if (isTask(value)) return [value];
  const tasks: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'tasks') : [];
  return Array.isArray(tasks) ? tasks.filter(isTask) : [];
};

/** Only to catch what hangs. */
const late = (): Promise<'never'> =>
  new Promise((resolve) => {
    setTimeout(resolve, 5_000, 'never').unref();
  });

const token = 'secret-token-of-the-user';

/** Redbooth’s API, or whoever answers in its place. */
export const replyTarget: FuzzTarget<ReplyCase> = {
  name: 'API replies',
  share: 16,
  cases,
  together: 1,
  start: async () => {
    let readable = 0;
    return {
      check: async ({ kind, isList, status, retryAfter, text }) => {
        // All of them anew, as a rest that one reply asks for would keep the next from being asked for.
        const clock = createHastyClock();
        const limiter = createLimiter({ clock, rate: 1_000, burst: 1_000 });
        const logged: string[] = [];
        const write = (line: string): void => void logged.push(line);
        const headers = new Headers(retryAfter === null ? {} : { 'Retry-After': retryAfter });
        const client = createRedboothClient({
          origin: 'https://redbooth.com',
          fetch: async () => new Response(status === 204 ? null : text, { status, headers }),
          tokens: {
            current: async () => ({ kind: 'token', token }),
            refused: async () => undefined,
            worked: () => undefined,
          },
          clock,
          random: () => 0.5,
          limiter,
          log: { info: write, warn: write, error: write },
        });
        try {
          readTokenReply({ kind: 'answered', status, headers, text });
          const result = await Promise.race([ask(client, kind, isList), late()]);
          if (result === 'never') return 'it never settles';
          if (logged.join().includes(token)) return 'the token is in the log';
          if (!result.ok) return JSON.stringify(result.failure).includes(token) ? 'the token is in a failure' : null;
          readable += 1;
          return (
            tasksIn(result.value)
              .map(problemOfTask)
              .find((problem) => problem !== null) ?? null
          );
        } catch (error) {
          return `it threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
        } finally {
          client.dispose();
          limiter.dispose();
        }
      },
      finish: async () => ({ complaints: [], figures: [`${readable} of them could be read`] }),
      dispose: async () => undefined,
    };
  },
};

import * as v from 'valibot';
import { fail, succeed } from '../../contract/index.ts';
import type { Log } from '../log.ts';
import { type Question, idInJson } from './api-url.ts';
import type { ApiResult, RedboothClient } from './client-port.ts';
import { commentSchema } from './comment-schema.ts';
import { unreadableReply } from './failures.ts';
import { type Ask, askPage, askPages } from './pages.ts';
import { organizationSchema, personSchema, projectSchema, taskListSchema, userSchema } from './people-schema.ts';
import { id } from './reply-fields.ts';
import { readOne } from './reply.ts';
import { type Send, type SendPorts, createSend } from './request.ts';
import { taskSchema } from './task-schema.ts';
import type { Priority } from './turn-queue.ts';

const perPage = 200;
const commentsPerPage = 50;

/** Ids compare by value, and may be longer than a number holds exactly. */
const compareIds = (left: string, right: string): number => {
  const difference = BigInt(left) - BigInt(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/**
 * Redbooth's API v3 over HTTP. Every answer has gone through a schema; what the app does not need of it is left out.
 * Failures are values; only an id that is not 1 to 19 digits rejects, as that is a bug. What `inBackground` reads waits
 * behind what is read for a hook; writes, and what `forUser` reads, pass before both, as a person waits for them. `dispose` ends all calls under way
 * (`unavailable`), but not the limiter, which belongs to whoever made it.
 */
export const createRedboothClient = (
  ports: SendPorts,
): RedboothClient & { readonly forUser: RedboothClient; readonly inBackground: RedboothClient; dispose(): void } => {
  const closed = new AbortController();
  const send = createSend(ports, closed.signal);
  return {
    ...createCalls(send, 'hook', ports.log),
    forUser: createCalls(send, 'user', ports.log),
    inBackground: createCalls(send, 'background', ports.log),
    dispose: () => closed.abort(),
  };
};

const idSchema = v.object({ id });

/** The calls of the API, whose reads take their turns with that priority. */
const createCalls = (send: Send, priority: Priority, log: Log): RedboothClient => {
  const ask: Ask = (question) => send({ method: 'GET', question, content: null, priority });
  const askForUser: Ask = (question) => send({ method: 'GET', question, content: null, priority: 'user' });

  const noteUnreadable = ({ resource }: Question, unreadable: number): void => {
    if (unreadable > 0) log.warn(`Redbooth, ${resource}: ${unreadable} rows could not be read and were left out`);
  };

  const askOne = async <Value>(
    schema: v.GenericSchema<unknown, Value>,
    question: Question,
    askIt: Ask = ask,
  ): ApiResult<Value> => {
    const reply = await askIt(question);
    if (!reply.ok) return reply;
    const one = readOne(schema, reply.value.body);
    if (one.ok) return one;
    return one.failure.kind === 'missing'
      ? fail(one.failure)
      : fail(unreadableReply(question.resource, one.failure.problem));
  };

  const askAll = async <Row extends { readonly id: string }>(
    schema: v.GenericSchema<unknown, Row>,
    question: Question,
  ): ApiResult<readonly Row[]> => {
    const all = await askPages(ask, schema, question, perPage);
    if (!all.ok) return all;
    noteUnreadable(question, all.value.unreadable);
    return succeed(all.value.rows);
  };

  return {
    me: () => askOne(userSchema, { resource: 'me' }),
    task: (id) => askOne(taskSchema, { resource: 'tasks', id }),
    user: (id) => askOne(userSchema, { resource: 'users', id }),
    project: (id) => askOne(projectSchema, { resource: 'projects', id }),
    taskList: (id) => askOne(taskListSchema, { resource: 'task_lists', id }),
    organizations: () => askAll(organizationSchema, { resource: 'organizations' }),
    projects: () => askAll(projectSchema, { resource: 'projects' }),
    users: ({ projectId }) => askAll(userSchema, { resource: 'users', ids: { project_id: projectId } }),

    people: async ({ projectId, userId }) => {
      const question: Question = { resource: 'people', ids: { project_id: projectId, user_id: userId } };
      const people = await askAll(personSchema, question);
      if (!people.ok) return people;
      // That the server filters by user is only assumed (redbooth-api, GET /people).
      return succeed(
        people.value.filter(
          (person) =>
            (projectId === undefined || person.projectId === projectId) &&
            (userId === undefined || person.userId === userId),
        ),
      );
    },

    recentTasks: async (page, tasksPerPage) => {
      const question: Question = { resource: 'tasks', options: { order: 'updated_at-DESC', archived: 'all' } };
      const tasks = await askPage(ask, taskSchema, question, page, tasksPerPage);
      if (!tasks.ok) return tasks;
      noteUnreadable(question, tasks.value.unreadable);
      return succeed({ tasks: tasks.value.rows, isLast: tasks.value.isLast });
    },

    comments: async (taskId, after, limit) => {
      if (limit < 1) return succeed([]);
      const isNewer = (id: string): boolean => after === null || compareIds(id, after) > 0;
      const question: Question = {
        resource: 'comments',
        ids: { target_id: taskId },
        options: { target_type: 'Task', order: 'id-DESC' },
      };
      const comments = await askPages(
        ask,
        commentSchema,
        question,
        Math.min(limit, commentsPerPage),
        (rows) => rows.length >= limit || rows.some((row) => !isNewer(row.id)),
      );
      if (!comments.ok) return comments;
      noteUnreadable(question, comments.value.unreadable);
      const newer = comments.value.rows.filter((row) => isNewer(row.id));
      return succeed(newer.sort((left, right) => compareIds(left.id, right.id)).slice(-limit));
    },

    taskIds: async (projectId, page, perPage) => {
      const question: Question = {
        resource: 'tasks',
        ids: { project_id: projectId },
        options: { order: 'id-ASC', archived: 'all' },
      };
      const tasks = await askPage(ask, idSchema, question, page, perPage);
      if (!tasks.ok) return tasks;
      noteUnreadable(question, tasks.value.unreadable);
      return succeed({ ids: tasks.value.rows.map((row) => row.id), isLast: tasks.value.isLast });
    },

    setTaskStatus: async (taskId, status) => {
      const question: Question = { resource: 'tasks', id: taskId };
      const written = await send({ method: 'PUT', question, content: { status }, priority: 'user' });
      if (!written.ok) return written;
      const task = readOne(taskSchema, written.value.body);
      // That a PUT answers with the task is documented; that it always does is not.
      return task.ok ? task : askOne(taskSchema, question, askForUser);
    },

    addComment: async (taskId, body) => {
      const content = { target_type: 'Task', target_id: idInJson(taskId), body };
      const written = await send({ method: 'POST', question: { resource: 'comments' }, content, priority: 'user' });
      return written.ok ? succeed(null) : written;
    },
  };
};

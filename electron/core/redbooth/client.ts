import type * as v from 'valibot';
import { fail, succeed } from '../../contract/index.ts';
import type { Question } from './api-url.ts';
import type { ApiResult, RedboothClient } from './client-port.ts';
import { commentSchema } from './comment-schema.ts';
import { unreadableReply } from './failures.ts';
import { askPage, askPages } from './pages.ts';
import { organizationSchema, personSchema, projectSchema, taskListSchema, userSchema } from './people-schema.ts';
import { readOne } from './reply.ts';
import { type AskPorts, createAsk } from './request.ts';
import { taskSchema } from './task-schema.ts';

const perPage = 200;
const commentsPerPage = 50;

/** Ids compare by value, and may be longer than a number holds exactly. */
const compareIds = (left: string, right: string): number => {
  const difference = BigInt(left) - BigInt(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/**
 * Redbooth's API v3 over HTTP. Every answer has gone through a schema; what the app does not need of it is left out.
 * Failures are values; only an id that is not 1 to 19 digits rejects, as that is a bug. `dispose` ends all calls under
 * way (`unavailable`), but not the limiter, which belongs to whoever made it.
 */
export const createRedboothClient = (ports: AskPorts): RedboothClient & { dispose(): void } => {
  const closed = new AbortController();
  const ask = createAsk(ports, closed.signal);

  const noteUnreadable = ({ resource }: Question, unreadable: number): void => {
    if (unreadable > 0) ports.log.warn(`Redbooth, ${resource}: ${unreadable} rows could not be read and were left out`);
  };

  const askOne = async <Value>(schema: v.GenericSchema<unknown, Value>, question: Question): ApiResult<Value> => {
    const reply = await ask(question);
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

    dispose: () => closed.abort(),
  };
};

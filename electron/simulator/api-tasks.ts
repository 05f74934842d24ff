import * as v from 'valibot';
import type { ApiHandler, ApiParts } from './api-handler.ts';
import { booleanField, dateField, idField, statusField } from './api-fields.ts';
import type { Task, User } from './entities.ts';
import { type Reply, json, readBody } from './http.ts';
import { pageOf } from './paging.ts';
import type { TaskEdit } from './task-actions.ts';

const editSchema = v.object({
  name: v.optional(v.pipe(v.string(), v.minLength(1))),
  description: v.optional(v.nullable(v.string())),
  status: v.optional(statusField),
  assigned_user_id: v.optional(v.nullable(idField)),
  due_on: v.optional(v.nullable(dateField)),
  urgent: v.optional(booleanField),
  is_private: v.optional(booleanField),
  project_id: v.optional(idField),
  task_list_id: v.optional(idField),
  watcher_ids: v.optional(v.array(idField)),
  position: v.optional(v.pipe(v.number(), v.integer())),
});

type Asked = v.InferOutput<typeof editSchema>;

const isArchived = ({ status }: Task): boolean => status === 'resolved' || status === 'rejected';

/** GET /tasks, and GET, PUT and DELETE /tasks/:id. */
export const createTasksApi = ({ world, wire, quirks, replies, actions }: ApiParts): ApiHandler => {
  const show = (task: Task): Reply => json(200, quirks.taskReply === 'array' ? [wire.task(task)] : wire.task(task));

  const isInArchived = ({ projectId }: Task): boolean => world.projects.get(projectId)?.isArchived === true;
  const filtered = (user: User, query: URLSearchParams): Task[] => {
    const archived = query.get('archived') ?? 'false';
    const tests: ((task: Task) => boolean)[] = [
      (task) => world.canSee(user, task),
      (task) => quirks.listsDeletedTasks || !task.isDeleted,
      (task) => archived === 'all' || isArchived(task) === (archived === 'true'),
    ];
    const must = (name: string, test: (task: Task, value: string) => boolean): void => {
      const value = query.get(name);
      if (value !== null) tests.push((task) => test(task, value));
    };
    must('organization_id', (task, id) => world.projects.get(task.projectId)?.organizationId === id);
    must('archived_project', (task, wanted) => isInArchived(task) === (wanted === 'true'));
    must('project_id', (task, id) => task.projectId === id);
    must('task_list_id', (task, id) => task.taskListId === id);
    must('user_id', (task, id) => task.creatorUserId === id);
    must('assigned_user_id', (task, id) => world.people.get(task.assignedPersonId ?? '')?.userId === id);
    must('assigned', (task, wanted) => (task.assignedPersonId !== null) === (wanted === 'true'));
    return [...world.tasks.values()].filter((task) => tests.every((test) => test(task)));
  };

  /** The edit in the simulation's own words; null when it names a user or a list that the project has not. */
  const toEdit = (projectId: string, asked: Asked): TaskEdit | null => {
    const member = (id: string): string | undefined =>
      world.personOf(id, projectId) ? world.users.get(id)?.username : undefined;
    const assignedTo =
      typeof asked.assigned_user_id === 'string' ? member(asked.assigned_user_id) : asked.assigned_user_id;
    if (typeof asked.assigned_user_id === 'string' && assignedTo === undefined) return null;
    const watchers = asked.watcher_ids?.flatMap((id) => world.users.get(id)?.username ?? []);
    if (asked.task_list_id !== undefined && world.taskLists.get(asked.task_list_id)?.projectId !== projectId)
      return null;
    return {
      ...(asked.name === undefined ? {} : { name: asked.name }),
      ...(asked.description === undefined ? {} : { description: asked.description }),
      ...(asked.status === undefined ? {} : { status: asked.status }),
      ...(assignedTo === undefined ? {} : { assignedTo }),
      ...(asked.due_on === undefined || !quirks.dueOnWritable ? {} : { dueOn: asked.due_on }),
      ...(asked.urgent === undefined || !quirks.dueOnWritable ? {} : { isUrgent: asked.urgent }),
      ...(asked.is_private === undefined ? {} : { isPrivate: asked.is_private }),
      ...(asked.task_list_id === undefined ? {} : { taskList: asked.task_list_id }),
      ...(watchers === undefined ? {} : { watchers }),
      ...(asked.position === undefined ? {} : { position: asked.position }),
    };
  };

  return ({ request, user, method, resource, id }) => {
    if (resource !== 'tasks') return null;
    if (id === null) {
      if (method !== 'GET') return null;
      return pageOf({
        rows: filtered(user, request.query),
        keys: {
          created_at: (task) => task.createdAt,
          updated_at: (task) => task.updatedAt,
          row_order: (task) => task.position,
        },
        request,
        quirks,
        write: wire.task,
      });
    }
    const task = world.tasks.get(id);
    const isDeleting = method === 'DELETE';
    if (!task) return isDeleting ? replies.taskNotFound() : replies.notFound();
    if (!world.canSee(user, task)) return quirks.hiddenTask === 'forbidden' ? replies.forbidden() : replies.notFound();
    if (task.isDeleted) {
      const isFlagged = quirks.deletedTask === 'flagged' && method === 'GET';
      if (isFlagged) return show(task);
      return isDeleting ? replies.taskNotFound() : replies.notFound();
    }
    if (method === 'GET') return show(task);
    if (isDeleting) {
      actions.deleteTask(id, user.username);
      return { status: 204, headers: {}, body: '' };
    }
    if (method !== 'PUT') return null;
    const asked = v.safeParse(editSchema, readBody(request));
    if (!asked.success || (!quirks.partialPut && asked.output.name === undefined)) return replies.unprocessable();
    const { project_id: projectId = task.projectId } = asked.output;
    const edit = world.personOf(user.id, projectId) ? toEdit(projectId, asked.output) : null;
    if (!edit) return replies.unprocessable();
    if (projectId !== task.projectId) actions.moveTask(id, { project: projectId }, user.username);
    if (Object.keys(edit).length > 0 || projectId === task.projectId) actions.editTask(id, edit, user.username);
    return show(world.task(id));
  };
};

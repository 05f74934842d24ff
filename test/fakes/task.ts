import type { Hook } from '../../electron/core/hooks/hook.ts';
import type { Task, TaskComment } from '../../electron/core/redbooth/task.ts';

/** When the tasks of tests were made and last touched: a day before the fake clock starts. */
export const longAgo = Date.UTC(2026, 10, 22, 9, 0, 0);

/** A task as the API shows it, with whatever a test cares about. */
export const aTask = (part: Partial<Task> = {}): Task => ({
  id: '7',
  name: 'Book venue',
  description: 'For 40 people',
  status: 'open',
  assignedPersonId: null,
  dueOn: null,
  isUrgent: false,
  isPrivate: false,
  projectId: '10',
  taskListId: '100',
  creatorUserId: '2',
  updatedByUserId: '2',
  watcherUserIds: ['1'],
  commentsCount: 0,
  createdAt: longAgo,
  updatedAt: longAgo,
  ...part,
});

/** A comment, which changed no field unless a test says so. */
export const aComment = (part: Partial<TaskComment> = {}): TaskComment => ({
  id: '500',
  userId: '2',
  body: '',
  markedUsernames: [],
  createdAt: longAgo,
  status: null,
  assignedPersonId: null,
  dueOn: null,
  isUrgent: null,
  isPrivate: null,
  ...part,
});

/** A committed hook. */
export const aHook = (part: Partial<Hook> = {}): Hook => ({
  id: '1',
  taskId: '7',
  action: 'update',
  source: 'listener',
  hookUrlId: null,
  receivedAt: longAgo,
  ...part,
});

import type { TaskDetail } from '../../../electron/contract/index.ts';
import { sampleNow } from './sample.ts';

const hour = 3_600_000;

/** All that is known of a task, with something of everything. */
export const sampleTaskDetail: TaskDetail = {
  taskId: '998',
  name: 'Pricing page',
  readAt: sampleNow - 2 * 60_000,
  isGone: false,
  status: 'Open',
  isUrgent: true,
  isPrivate: false,
  assignee: 'You',
  due: '24 Nov, 1 day ago',
  isOverdue: true,
  project: 'Website relaunch',
  list: 'This sprint',
  creator: 'Dana Kim',
  description:
    'The new prices, as agreed with sales.\n\nPlease check every number twice: the totals were wrong last time.',
  comments: [
    {
      id: '1',
      author: 'Chi Nwosu',
      initials: 'CN',
      userId: '501',
      body: 'The sheet is in the shared folder now.',
      at: sampleNow - 26 * hour,
    },
    {
      id: '2',
      author: 'Bo Lind',
      initials: 'BL',
      userId: '502',
      body: '@ada can you check the numbers before we ship on Friday?\nThe totals on the second tab look too good to be true.',
      at: sampleNow - 14 * 60_000,
    },
  ],
  commentsFailure: null,
  history: [],
  hooks: [
    { id: '41', action: 'update', source: 'hook URL “Acme”', receivedAt: sampleNow - 14 * 60_000, result: 'a change' },
    { id: '40', action: 'create', source: 'catch-up', receivedAt: sampleNow - 26 * hour, result: 'nothing new' },
  ],
};

import type { TaskDetail } from '../../electron/contract/index.ts';
import { usePage } from '../components/page-context.ts';
import { timeAgo } from '../state/time-words.ts';
import { Fact } from './fact.tsx';

/** The task as it was read last: its state, whose it is, when it is due, where it stands, and what it is about. */
export const DetailTask = ({ detail }: { detail: TaskDetail }) => {
  const { now } = usePage();
  const { status, assignee, due, isOverdue, isUrgent, isPrivate, isGone, list, creator, description, readAt } = detail;
  return (
    <div class="detail-part">
      <h3 class="label">Task</h3>
      {isGone && <p class="detail-gone">The task is gone: it was deleted, or is no longer visible to you.</p>}
      <dl class="facts">
        <Fact label="Status">
          {status}
          {isUrgent && <span class="badge badge-bad">Urgent</span>}
          {isPrivate && <span class="badge">Private</span>}
        </Fact>
        <Fact label="Assignee">{assignee ?? 'Nobody'}</Fact>
        <Fact label="Due">
          {due ?? 'No date'}
          {isOverdue && <span class="badge badge-bad">Overdue</span>}
        </Fact>
        {list !== null && <Fact label="List">{list}</Fact>}
        {creator !== null && <Fact label="Created by">{creator}</Fact>}
      </dl>
      {description !== '' && <p class="detail-description">{description}</p>}
      <p class="small-print">Read from Redbooth {timeAgo(readAt, now.value)}</p>
    </div>
  );
};

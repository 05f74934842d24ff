import { RefreshCw } from 'lucide';
import type { ChangeRow, TaskDetail } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Avatar } from '../../components/avatar.tsx';
import { usePage } from '../../components/page-context.ts';
import { exactTime, timeAgo } from '../../state/time-words.ts';
import { CommentBox } from './comment-box.tsx';
import { useMessages, useSpeech } from '../../components/speech-context.ts';

type Comment = NonNullable<TaskDetail['comments']>[number];

const CommentItem = ({ comment: { author, initials, userId, body, at } }: { comment: Comment }) => {
  const { now } = usePage();
  const speech = useSpeech();
  return (
    <li class="comment">
      <Avatar actor={{ userId, name: author, initials }} kind="updated" />
      <div class="comment-words">
        <p>
          <b>{author}</b>{' '}
          <time class="soft" dateTime={new Date(at).toISOString()} title={exactTime(at, speech)}>
            {timeAgo(at, now.value, speech)}
          </time>
        </p>
        <p class="comment-body">{body}</p>
      </div>
    </li>
  );
};

const Said = ({ detail: { comments, commentsFailure }, canAsk }: { detail: TaskDetail; canAsk: boolean }) => {
  const { pane } = usePage().store;
  const { common, task } = useMessages();
  if (comments === null) {
    return (
      <div class="unanswered">
        <p class="soft">{commentsFailure}</p>
        {canAsk && (
          <ActionButton icon={RefreshCw} words={common.tryAgain} busyWords={common.trying} act={pane.reload} />
        )}
      </div>
    );
  }
  if (comments.length === 0) return <p class="soft">{task.noComments}</p>;
  return (
    <ul class="comments">
      {comments.map((comment) => (
        <CommentItem key={comment.id} comment={comment} />
      ))}
    </ul>
  );
};

/** What was said about the task, newest at the end, and where one says something oneself, be it read already or not. */
export const DetailComments = ({ detail, row }: { detail: TaskDetail | null; row: ChangeRow }) => {
  const { comments } = useMessages().task;
  return (
    <div class="detail-part">
      <h3 class="label">{comments}</h3>
      {detail !== null && <Said detail={detail} canAsk={row.isResolved !== null} />}
      {row.isResolved !== null && <CommentBox row={row} />}
    </div>
  );
};

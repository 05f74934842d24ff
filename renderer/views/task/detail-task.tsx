import type { TaskDetail } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { timeAgo } from '../../state/time-words.ts';
import { Fact } from '../../components/fact.tsx';
import { useSpeech } from '../../components/speech-context.ts';

/** The task as it was read last: its state, whose it is, when it is due, where it stands, and what it is about. */
export const DetailTask = ({ detail }: { detail: TaskDetail }) => {
  const { now } = usePage();
  const speech = useSpeech();
  const words = speech.messages.task;
  const { status, assignee, due, isOverdue, isUrgent, isPrivate, isGone, list, creator, description, readAt } = detail;
  return (
    <div class="detail-part">
      <h3 class="label">{words.label}</h3>
      {isGone && <p class="detail-gone">{words.gone}</p>}
      <dl class="facts">
        <Fact label={words.status}>
          {status}
          {isUrgent && <span class="badge badge-bad">{words.urgent}</span>}
          {isPrivate && <span class="badge">{words.private}</span>}
        </Fact>
        <Fact label={words.assignee}>{assignee ?? words.nobody}</Fact>
        <Fact label={words.due}>
          {due ?? words.noDate}
          {isOverdue && <span class="badge badge-bad">{words.overdue}</span>}
        </Fact>
        {list !== null && <Fact label={words.list}>{list}</Fact>}
        {creator !== null && <Fact label={words.createdBy}>{creator}</Fact>}
      </dl>
      {description !== '' && <p class="detail-description">{description}</p>}
      <p class="small-print">{words.readFromRedbooth(timeAgo(readAt, now.value, speech))}</p>
    </div>
  );
};

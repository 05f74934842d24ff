import type { ChangeRow } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { exactTime, timeAgo } from '../../state/time-words.ts';
import { useSpeech } from '../../components/speech-context.ts';

/** The changes of the task that were seen here, newest first; each leads to itself. */
export const DetailHistory = ({ history, shownId }: { history: readonly ChangeRow[]; shownId: string }) => {
  const { store, now } = usePage();
  const speech = useSpeech();
  if (history.length === 0) return null;
  return (
    <div class="detail-part">
      <h3 class="label">{speech.messages.task.seenHere}</h3>
      <ol class="history">
        {history.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              class={row.unread ? 'history-change is-unread' : 'history-change'}
              aria-current={row.id === shownId ? 'true' : undefined}
              onClick={() => store.showRow(row)}
            >
              <span>{row.sentence}</span>
              <time class="soft" dateTime={new Date(row.at).toISOString()} title={exactTime(row.at, speech)}>
                {timeAgo(row.at, now.value, speech)}
              </time>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
};

import type { TaskDetail } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { preciseTime } from '../../state/time-words.ts';
import { useSpeech } from '../../components/speech-context.ts';

/** What came from Redbooth about the task, as it came, for whoever wants to know exactly. */
export const DetailHooks = ({ hooks }: { hooks: TaskDetail['hooks'] }) => {
  const { now } = usePage();
  const speech = useSpeech();
  const words = speech.messages.task;
  return (
    <details class="detail-part detail-hooks">
      <summary class="label">{words.hooksReceived(hooks.length)}</summary>
      {hooks.length === 0 ? (
        <p class="soft">{words.noHooks}</p>
      ) : (
        <ul class="hooks">
          {hooks.map(({ id, action, source, receivedAt, result }) => (
            <li key={id}>
              <code>{action}</code> <span class="soft">{words.hookBy(source)}</span>{' '}
              <time dateTime={new Date(receivedAt).toISOString()}>{preciseTime(receivedAt, now.value, speech)}</time>
              {result !== null && <span class="soft">, {result}</span>}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};

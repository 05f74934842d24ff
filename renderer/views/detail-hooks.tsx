import type { TaskDetail } from '../../electron/contract/index.ts';
import { usePage } from '../components/page-context.ts';
import { preciseTime } from '../state/time-words.ts';

/** What came from Redbooth about the task, as it came, for whoever wants to know exactly. */
export const DetailHooks = ({ hooks }: { hooks: TaskDetail['hooks'] }) => {
  const { now } = usePage();
  return (
    <details class="detail-part detail-hooks">
      <summary class="label">Hooks received ({hooks.length})</summary>
      {hooks.length === 0 ? (
        <p class="soft">None that is kept. The app found these changes by asking Redbooth.</p>
      ) : (
        <ul class="hooks">
          {hooks.map(({ id, action, source, receivedAt, result }) => (
            <li key={id}>
              <code>{action}</code> <span class="soft">by {source}</span>{' '}
              <time dateTime={new Date(receivedAt).toISOString()}>{preciseTime(receivedAt, now.value)}</time>
              {result !== null && <span class="soft">, {result}</span>}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};

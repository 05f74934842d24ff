import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { timeAgo } from '../../state/time-words.ts';
import { reachabilityLooks } from './reachability-looks.ts';
import { TestButton } from './test-button.tsx';
import { useSpeech } from '../../components/speech-context.ts';

/** Whether Redbooth can reach the app, kept up to date while a view shows it, with the way to test it. */
export const ReachabilityLine = () => {
  const { store, now } = usePage();
  const speech = useSpeech();
  const words = speech.messages.tunnel;
  const reachability = store.overview.value?.reachability;
  if (!reachability) return null;
  const { state, sentence, detail, cause, provenAt } = reachability;
  const { tone, icon } = reachabilityLooks[state];
  // Without hooks there is no address of which to prove anything.
  const isWanted = state !== 'off' && state !== 'polling';
  const proven = provenAt === null ? words.notProven : words.proven(timeAgo(provenAt, now.value, speech));
  return (
    <div class="reachability">
      <div class={`reachability-line tone-${tone}`}>
        <Icon icon={icon} />
        <p>{isWanted ? `${sentence} · ${proven}` : sentence}</p>
        {isWanted && <TestButton />}
      </div>
      {detail !== null && <p>{detail}</p>}
      {cause !== null && <small class="small-print">{words.cause(cause)}</small>}
      {/* Read out when it changes, not at every tick of the visible line. */}
      <p class="visually-hidden" role="status">
        {sentence}
      </p>
    </div>
  );
};

import { CircleCheck, CircleDashed } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Overview } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { lastArrival } from '../../state/welcome.ts';
import { timeAgo } from '../../state/time-words.ts';
import { useSpeech } from '../../components/speech-context.ts';

/** Says live whether hooks come in; the first one is greeted as such when the user waits for it here. */
export const ArrivalLight = ({ overview }: { overview: Overview }) => {
  const { now } = usePage();
  const speech = useSpeech();
  const { connect } = speech.messages;
  const arrival = lastArrival(overview);
  const isWaitedFor = useRef(arrival === null);
  const words = isWaitedFor.current ? connect.firstHook : connect.lastHook;
  return (
    <>
      <p class={arrival === null ? 'light' : 'light light-good'}>
        <Icon icon={arrival === null ? CircleDashed : CircleCheck} />
        {arrival === null ? connect.waiting : connect.hookAgo(words, timeAgo(arrival, now.value, speech))}
      </p>
      {/* Read out once, not at every tick of the visible line. */}
      <p class="visually-hidden" role="status">
        {arrival !== null && isWaitedFor.current ? words : ''}
      </p>
    </>
  );
};

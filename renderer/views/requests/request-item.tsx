import { ChevronDown, ChevronUp } from 'lucide';
import { useId, useState } from 'preact/hooks';
import type { ReceivedRequestView } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { answerTone, answerWords, durationWords, sizeWords } from '../../state/request-words.ts';
import { exactTime, preciseTime } from '../../state/time-words.ts';
import { RequestDetails } from './request-details.tsx';
import { useSpeech } from '../../components/speech-context.ts';

type Properties = { request: ReceivedRequestView; reload: () => Promise<void> };

/** One request: how it was answered and why; its body and what can be done with it unfold under it. */
export const RequestItem = ({ request, reload }: Properties) => {
  const { now } = usePage();
  const speech = useSpeech();
  const words = speech.messages.requests;
  const [isUnfolded, setUnfolded] = useState(false);
  const details = useId();
  const { at, method, status, size, duration, userAgent, hookUrlName, story } = request;
  const facts = [method, sizeWords(size, speech), durationWords(duration, speech), userAgent ?? words.noUserAgent];
  return (
    <li class="request">
      <button
        type="button"
        class="request-main"
        aria-expanded={isUnfolded}
        aria-controls={details}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <span class="request-head">
          <span class={`answer tone-${answerTone(status)}`}>
            {answerWords(method, status, words)}
            {status > 0 && ` · ${status}`}
          </span>
          <span class="request-name">{hookUrlName}</span>
          <time class="request-time" dateTime={new Date(at).toISOString()} title={exactTime(at, speech)}>
            {preciseTime(at, now.value, speech)}
          </time>
          <Icon icon={isUnfolded ? ChevronUp : ChevronDown} size={14} />
        </span>
        <span>{story}</span>
        <span class="request-facts">{facts.join(' · ')}</span>
      </button>
      <div class="request-details" id={details} hidden={!isUnfolded}>
        {isUnfolded && <RequestDetails request={request} reload={reload} />}
      </div>
    </li>
  );
};

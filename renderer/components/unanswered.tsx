import { RefreshCw } from 'lucide';
import type { Failure } from '../../electron/contract/index.ts';
import { ActionButton } from './action-button.tsx';
import { useMessages } from './speech-context.ts';

type Properties = {
  answer: { state: 'asking' } | { state: 'failed'; failure: Failure };
  /** What is said while the answer is awaited. */
  words: string;
  reload: () => Promise<void>;
};

/** Stands where an answer of the app will: still awaited, or failed and to be asked for again. */
export const Unanswered = ({ answer, words, reload }: Properties) => {
  const { tryAgain, trying } = useMessages().common;
  return answer.state === 'asking' ? (
    <p class="soft" role="status">
      {words}
    </p>
  ) : (
    <div class="unanswered">
      <p role="alert">
        {answer.failure.message} <small class="small-print">{answer.failure.code}</small>
      </p>
      <ActionButton icon={RefreshCw} words={tryAgain} busyWords={trying} act={reload} />
    </div>
  );
};

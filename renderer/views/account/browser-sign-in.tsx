import { CircleDashed, ExternalLink, LogIn, RotateCcw } from 'lucide';
import { useState } from 'preact/hooks';
import type { Failure, SignInProgress } from '../../../electron/contract/index.ts';
import { openLink } from '../../browser/open-link.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

const Waiting = ({ sentence, link }: { sentence: string; link: string | null }) => {
  const { store } = usePage();
  const { account: words, common } = useMessages();
  return (
    <>
      <p class="light">
        <Icon icon={CircleDashed} />
        {sentence}
      </p>
      <div class="button-row">
        <button type="button" class="button" data-next onClick={() => void store.run('cancel-sign-in', null)}>
          {common.cancel}
        </button>
        {link !== null && (
          <button type="button" class="button" onClick={() => openLink(link)}>
            <Icon icon={ExternalLink} size={14} />
            {words.openAgain}
          </button>
        )}
      </div>
      <p class="soft">{words.compareRedirect}</p>
    </>
  );
};

type Properties = {
  progress: SignInProgress;
  /** Whether there is an application to sign in with. */ isReady: boolean;
};

/** Signing in on Redbooth’s own page; how that goes on is told by the app. */
export const BrowserSignIn = ({ progress, isReady }: Properties) => {
  const { store } = usePage();
  const { account: words, common } = useMessages();
  const [refusal, setRefusal] = useState<Failure | null>(null);
  // A browser may hold a page back that does not open right at the click.
  const [link, setLink] = useState<string | null>(null);
  const signIn = async (): Promise<void> => {
    const answer = await store.signIn();
    setRefusal(answer.ok ? null : answer.failure);
    setLink(answer.ok && answer.value.kind === 'link' ? answer.value.url : null);
  };
  const failure = progress.state === 'failed' ? { code: progress.code, message: progress.sentence } : refusal;
  return (
    <>
      {progress.state === 'waiting' ? (
        <Waiting sentence={progress.sentence} link={link} />
      ) : (
        <>
          <p>{words.inBrowserMeaning}</p>
          {failure !== null && (
            <div role="alert">
              <p class="field-failure">{failure.message}</p>
              <small class="small-print">{failure.code}</small>
            </div>
          )}
          <ActionButton
            icon={failure === null ? LogIn : RotateCcw}
            words={failure === null ? words.signInInBrowser : common.tryAgain}
            busyWords={words.opening}
            looks={isReady ? 'button button-main' : 'button'}
            isDisabled={!isReady}
            isNext={isReady}
            act={signIn}
          />
          {!isReady && <p class="soft">{words.saveFirst}</p>}
        </>
      )}
      {/* Read out when it begins, not with the view. */}
      <p class="visually-hidden" role="status">
        {progress.state === 'waiting' ? progress.sentence : ''}
      </p>
    </>
  );
};

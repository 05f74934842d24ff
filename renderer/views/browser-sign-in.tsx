import { CircleDashed, ExternalLink, LogIn, RotateCcw } from 'lucide';
import { useState } from 'preact/hooks';
import type { Failure, SignInProgress } from '../../electron/contract/index.ts';
import { openLink } from '../browser/open-link.ts';
import { ActionButton } from '../components/action-button.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';

const Waiting = ({ sentence, link }: { sentence: string; link: string | null }) => {
  const { store } = usePage();
  return (
    <>
      <p class="light">
        <Icon icon={CircleDashed} />
        {sentence}
      </p>
      <div class="button-row">
        <button type="button" class="button" data-next onClick={() => void store.run('cancel-sign-in', null)}>
          Cancel
        </button>
        {link !== null && (
          <button type="button" class="button" onClick={() => openLink(link)}>
            <Icon icon={ExternalLink} size={14} />
            Open the page again
          </button>
        )}
      </div>
      <p class="soft">
        If Redbooth shows an error there, compare the callback URL of the application with the address in step 1.
      </p>
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
          <p>
            Redbooth asks in your browser whether this app may use your account. Your password stays between you and
            Redbooth.
          </p>
          {failure !== null && (
            <div role="alert">
              <p class="field-failure">{failure.message}</p>
              <small class="small-print">{failure.code}</small>
            </div>
          )}
          <ActionButton
            icon={failure === null ? LogIn : RotateCcw}
            words={failure === null ? 'Sign in in the browser' : 'Try again'}
            busyWords="Opening…"
            looks={isReady ? 'button button-main' : 'button'}
            isDisabled={!isReady}
            isNext={isReady}
            act={signIn}
          />
          {!isReady && <p class="soft">Save the application first.</p>}
        </>
      )}
      {/* Read out when it begins, not with the view. */}
      <p class="visually-hidden" role="status">
        {progress.state === 'waiting' ? progress.sentence : ''}
      </p>
    </>
  );
};

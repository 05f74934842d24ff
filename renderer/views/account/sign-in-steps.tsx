import { ExternalLink } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { SignInProgress, SignInSettings } from '../../../electron/contract/index.ts';
import { CopyableText } from '../../components/copyable-text.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useKeptFocus } from '../../components/use-kept-focus.ts';
import { isApplicationKept } from '../../state/sign-in.ts';
import { ApplicationForm } from './application-form.tsx';
import { BrowserSignIn } from './browser-sign-in.tsx';
import { useMessages } from '../../components/speech-context.ts';

type StepProperties = { title: string; isDone?: boolean; children: ComponentChildren };

const Step = ({ title, isDone = false, children }: StepProperties) => {
  const { done } = useMessages().account;
  return (
    <li class={isDone ? 'is-done' : ''}>
      <h3 class="step-title">
        {isDone && <span class="visually-hidden">{done} </span>}
        {title}
      </h3>
      {children}
    </li>
  );
};

const Registration = ({ settings }: { settings: SignInSettings }) => {
  const { store } = usePage();
  const words = useMessages().account;
  return (
    <>
      <p>{words.registerMeaning}</p>
      <button type="button" class="button" onClick={() => void store.open('open-applications-page', null)}>
        <Icon icon={ExternalLink} size={14} />
        {words.openApplicationsPage}
      </button>
      <span class="small-print">{settings.applicationsPage}</span>
      <p>{words.pasteRedirect}</p>
      <CopyableText
        what={words.redirectAddress}
        copyWhat={words.copyRedirectAddress}
        text={settings.redirectAddress}
        copy={() => store.copy('copy-redirect-address', null)}
      />
    </>
  );
};

type ToggleProperties = { isOpen: boolean; words: { open: string; close: string }; toggle: () => void };

const Toggle = ({ isOpen, words, toggle }: ToggleProperties) => (
  <button type="button" class="text-button" aria-expanded={isOpen} onClick={toggle}>
    {isOpen ? words.close : words.open}
  </button>
);

type Properties = { settings: SignInSettings; progress: SignInProgress; reload: () => Promise<void> };

/** The way in, in three steps. What is done already is folded up, to be changed where need be. */
export const SignInSteps = ({ settings, progress, reload }: Properties) => {
  const { account: words, common } = useMessages();
  const [isShowingHow, setShowingHow] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const root = useRef<HTMLOListElement>(null);
  const isKept = isApplicationKept(settings);
  const isFormOpen = !isKept || isChanging;
  useKeptFocus(root, `${progress.state} ${isFormOpen}`);
  const saved = async (): Promise<void> => {
    await reload();
    setChanging(false);
  };
  return (
    <ol class="steps" ref={root}>
      <Step title={words.register} isDone={isKept}>
        {isKept && (
          <Toggle
            isOpen={isShowingHow}
            words={{ open: words.showHow, close: words.hideHow }}
            toggle={() => setShowingHow(!isShowingHow)}
          />
        )}
        {(!isKept || isShowingHow) && <Registration settings={settings} />}
      </Step>
      <Step title={words.pasteApplication} isDone={isKept}>
        {isKept && (
          <>
            <p>{words.bothKept}</p>
            <p class="small-print application-id">{settings.applicationId}</p>
            <Toggle
              isOpen={isChanging}
              words={{ open: words.change, close: words.keepAsItIs }}
              toggle={() => setChanging(!isChanging)}
            />
          </>
        )}
        {isFormOpen && <ApplicationForm settings={settings} saved={saved} />}
      </Step>
      <Step title={common.signIn}>
        <BrowserSignIn progress={progress} isReady={isKept} />
      </Step>
    </ol>
  );
};

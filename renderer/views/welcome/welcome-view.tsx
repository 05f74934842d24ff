import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Overview } from '../../../electron/contract/index.ts';
import { forgetWelcomeStep, rememberWelcomeStep, rememberedWelcomeStep } from '../../browser/welcome-place.ts';
import { usePage } from '../../components/page-context.ts';
import { Trouble } from '../../components/trouble.tsx';
import { useKeptFocus } from '../../components/use-kept-focus.ts';
import type { WelcomeMessages } from '../../messages/en/welcome.ts';
import { needsSignIn } from '../../state/sign-in.ts';
import { type WelcomeStep, isConnected, stepFrom, stepToBegin, welcomeSteps } from '../../state/welcome.ts';
import { ConnectionLost } from '../notices/notices.tsx';
import type { ShowView } from '../frame/view-name.ts';
import { AccountStep } from './account-step.tsx';
import { HooksStep } from './hooks-step.tsx';
import { IntroductionStep } from './introduction-step.tsx';
import { NotificationStep, type Test } from './notification-step.tsx';
import { useWelcomeMessages } from './use-welcome-messages.ts';

const Progress = ({ step }: { step: WelcomeStep }) => {
  const { progress } = useWelcomeMessages();
  const at = welcomeSteps.indexOf(step);
  return (
    <div class="welcome-progress">
      <div class="welcome-bars" aria-hidden="true">
        {welcomeSteps.map((each, index) => (
          <span key={each} class={index <= at ? 'is-reached' : ''} />
        ))}
      </div>
      <p class="soft">{progress(at + 1, welcomeSteps.length)}</p>
    </div>
  );
};

/** Whether the step has come to what it is for, so that going on is the next thing to do. */
const isStepDone = (step: WelcomeStep, overview: Overview, test: Test): boolean => {
  switch (step) {
    case 'introduction':
      return true;
    case 'account':
      return !needsSignIn(overview.account);
    case 'hooks':
      return isConnected(overview) && !(overview.hookSource === 'polling' && needsSignIn(overview.account));
    case 'notification':
      return test === 'seen';
  }
};

const nextWords = (step: WelcomeStep, isDone: boolean, words: WelcomeMessages['next']): string => {
  if (step === 'introduction') return words.setUp;
  if (step === 'notification') return words.finish;
  return isDone ? words.goOn : words.skipStep;
};

type Properties = { overview: Overview; show: ShowView; close: () => void };

/** The first run, in four steps; each can be skipped, and it is found again in the menu. */
export const WelcomeView = ({ overview, show, close }: Properties) => {
  const { store } = usePage();
  const words = useWelcomeMessages();
  const [step, setStep] = useState(() =>
    overview.welcomed ? welcomeSteps[0] : stepToBegin(overview, rememberedWelcomeStep()),
  );
  const [test, setTest] = useState<Test>('none');
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isDone = isStepDone(step, overview, test);
  const before = stepFrom(step, -1);
  useKeptFocus(root, `${overview.account.state} ${isDone}`);
  // Each step is a page of its own to whoever reads or hears it.
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [step]);

  const go = (to: WelcomeStep): void => {
    rememberWelcomeStep(to);
    setStep(to);
  };
  const finish = async (): Promise<void> => {
    if (!overview.welcomed && !(await store.run('finish-welcome', null))) return;
    forgetWelcomeStep();
    close();
  };
  const goOn = (): void => {
    const next = stepFrom(step, 1);
    if (next === null) void finish();
    else go(next);
  };
  return (
    <main class="welcome" ref={root}>
      <header class="welcome-head">
        <h1 class="visually-hidden">Redbooth Notifier</h1>
        <Progress step={step} />
        {(overview.welcomed || step !== 'notification') && (
          <button type="button" class="text-button" onClick={() => void finish()}>
            {overview.welcomed ? words.close : words.skip}
          </button>
        )}
      </header>
      <div class="welcome-body">
        {store.connection.value === 'lost' && <ConnectionLost />}
        <Trouble />
        <h2 class="welcome-title" tabIndex={-1} ref={heading}>
          {words.titles[step]}
        </h2>
        {step === 'introduction' && <IntroductionStep />}
        {step === 'account' && <AccountStep overview={overview} />}
        {step === 'hooks' && <HooksStep overview={overview} show={show} />}
        {step === 'notification' && <NotificationStep overview={overview} test={test} setTest={setTest} />}
      </div>
      <footer class="welcome-foot">
        {before !== null && (
          <button type="button" class="button" onClick={() => go(before)}>
            {words.back}
          </button>
        )}
        <button
          type="button"
          class={isDone ? 'button button-main welcome-next' : 'button welcome-next'}
          data-next={isDone ? '' : undefined}
          onClick={goOn}
        >
          {nextWords(step, isDone, words.next)}
        </button>
      </footer>
    </main>
  );
};

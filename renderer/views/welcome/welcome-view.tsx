import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Overview } from '../../../electron/contract/index.ts';
import { forgetWelcomeStep, rememberWelcomeStep, rememberedWelcomeStep } from '../../browser/welcome-place.ts';
import { usePage } from '../../components/page-context.ts';
import { Trouble } from '../../components/trouble.tsx';
import { useKeptFocus } from '../../components/use-kept-focus.ts';
import { needsSignIn } from '../../state/sign-in.ts';
import { type WelcomeStep, isConnected, stepFrom, stepToBegin, welcomeSteps } from '../../state/welcome.ts';
import { ConnectionLost } from '../notices.tsx';
import type { ShowView } from '../view-name.ts';
import { AccountStep } from './account-step.tsx';
import { HooksStep } from './hooks-step.tsx';
import { IntroductionStep } from './introduction-step.tsx';
import { NotificationStep, type Test } from './notification-step.tsx';

const titles: Readonly<Record<WelcomeStep, string>> = {
  introduction: 'Know what changes, as it happens',
  account: 'Sign in to Redbooth',
  hooks: 'How changes reach you',
  notification: 'Try a notification',
};

const Progress = ({ step }: { step: WelcomeStep }) => {
  const at = welcomeSteps.indexOf(step);
  return (
    <div class="welcome-progress">
      <div class="welcome-bars" aria-hidden="true">
        {welcomeSteps.map((each, index) => (
          <span key={each} class={index <= at ? 'is-reached' : ''} />
        ))}
      </div>
      <p class="soft">
        Step {at + 1} of {welcomeSteps.length}
      </p>
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

const nextWords = (step: WelcomeStep, isDone: boolean): string => {
  if (step === 'introduction') return 'Set it up';
  if (step === 'notification') return 'Finish';
  return isDone ? 'Continue' : 'Skip this step';
};

type Properties = { overview: Overview; show: ShowView; close: () => void };

/** The first run, in four steps; each can be skipped, and it is found again in the menu. */
export const WelcomeView = ({ overview, show, close }: Properties) => {
  const { store } = usePage();
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
            {overview.welcomed ? 'Close' : 'Skip the setup'}
          </button>
        )}
      </header>
      <div class="welcome-body">
        {store.connection.value === 'lost' && <ConnectionLost />}
        <Trouble />
        <h2 class="welcome-title" tabIndex={-1} ref={heading}>
          {titles[step]}
        </h2>
        {step === 'introduction' && <IntroductionStep />}
        {step === 'account' && <AccountStep overview={overview} />}
        {step === 'hooks' && <HooksStep overview={overview} show={show} />}
        {step === 'notification' && <NotificationStep overview={overview} test={test} setTest={setTest} />}
      </div>
      <footer class="welcome-foot">
        {before !== null && (
          <button type="button" class="button" onClick={() => go(before)}>
            Back
          </button>
        )}
        <button
          type="button"
          class={isDone ? 'button button-main welcome-next' : 'button welcome-next'}
          data-next={isDone ? '' : undefined}
          onClick={goOn}
        >
          {nextWords(step, isDone)}
        </button>
      </footer>
    </main>
  );
};

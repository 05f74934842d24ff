import { Bell, BellRing, CircleCheck, Send } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Overview } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useKeptFocus } from '../../components/use-kept-focus.ts';

/** What became of the test: not sent yet, asked whether it was seen, seen, not seen. */
export type Test = 'none' | 'sent' | 'seen' | 'unseen';

type Properties = { overview: Overview; test: Test; setTest: (test: Test) => void };

const NotSeen = ({ overview: { host } }: Pick<Properties, 'overview'>) => {
  const { store } = usePage();
  return (
    <section class="connect-part">
      <h3 class="label">What to look at</h3>
      <ul class="welcome-checks">
        {host === 'headless' && (
          <li>
            This page has to stay open: it is the browser that shows notifications, while one of its pages listens.
          </li>
        )}
        <li>
          Do not disturb, or focus, may be on. What comes meanwhile is in the list of notifications of your system.
        </li>
        <li>
          {host === 'headless'
            ? 'In the browser’s settings for this page, notifications may be blocked; in the system’s settings, those of the browser.'
            : 'In the system’s settings, notifications of Redbooth Notifier may be turned off.'}
        </li>
      </ul>
      {host === 'desktop' && (
        <div class="button-row">
          <button type="button" class="button" onClick={() => void store.open('open-notification-settings', null)}>
            <Icon icon={BellRing} size={14} />
            Open the system’s settings
          </button>
        </div>
      )}
      <p class="soft">Whatever the system does with notifications: every change is in the list of this window.</p>
    </section>
  );
};

const SendButton = ({ words, isMain, send }: { words: string; isMain: boolean; send: () => Promise<void> }) => (
  <ActionButton
    icon={Send}
    words={words}
    busyWords="Sending…"
    looks={isMain ? 'button button-main' : 'button'}
    isNext
    act={send}
  />
);

/** A notification that tells of nothing, to see that they reach the user; and what to do if not. */
export const NotificationStep = ({ overview, test, setTest }: Properties) => {
  const { store, notifications } = usePage();
  const root = useRef<HTMLDivElement>(null);
  const permission = overview.host === 'headless' ? notifications.permission.value : 'granted';
  useKeptFocus(root, `${test} ${permission}`);
  const send = async (): Promise<void> => {
    if (await store.run('test-notification', null)) setTest('sent');
  };
  return (
    <div class="welcome-part" ref={root}>
      <p>Let one come now, to see that they reach you and how they look.</p>
      {permission === 'default' && (
        <div class="button-row">
          <button type="button" class="button button-main" data-next onClick={() => void notifications.ask()}>
            <Icon icon={Bell} size={14} />
            Show notifications in this browser
          </button>
        </div>
      )}
      {(permission === 'denied' || permission === 'unsupported') && (
        <p class="soft">
          {permission === 'denied'
            ? 'This browser does not let the page show any. Allow them for this page in the browser’s settings, then reload it.'
            : 'This browser has none for this page. Changes appear in the list all the same.'}
        </p>
      )}
      {permission === 'granted' && (
        <div class="button-row">
          <SendButton
            words={test === 'none' ? 'Send a test notification' : 'Send another'}
            isMain={test === 'none'}
            send={send}
          />
        </div>
      )}
      {test === 'sent' && (
        <div class="welcome-question" role="group" aria-label="Did you see it?">
          <p role="status">Did you see it?</p>
          <button type="button" class="button" onClick={() => setTest('seen')}>
            Yes
          </button>
          <button type="button" class="button" onClick={() => setTest('unseen')}>
            No
          </button>
        </div>
      )}
      {test === 'seen' && (
        <p class="light light-good" role="status">
          <Icon icon={CircleCheck} />
          Then all is set. Changes are told like this from now on.
        </p>
      )}
      {test === 'unseen' && <NotSeen overview={overview} />}
    </div>
  );
};

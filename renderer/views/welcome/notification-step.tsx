import { Bell, BellRing, CircleCheck, Send } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Overview } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useKeptFocus } from '../../components/use-kept-focus.ts';
import { useWelcomeMessages } from './use-welcome-messages.ts';

/** What became of the test: not sent yet, asked whether it was seen, seen, not seen. */
export type Test = 'none' | 'sent' | 'seen' | 'unseen';

type Properties = { overview: Overview; test: Test; setTest: (test: Test) => void };

const NotSeen = ({ overview: { host } }: Pick<Properties, 'overview'>) => {
  const { store } = usePage();
  const words = useWelcomeMessages().notification;
  return (
    <section class="connect-part">
      <h3 class="label">{words.look}</h3>
      <ul class="welcome-checks">
        {host === 'headless' && <li>{words.pageOpen}</li>}
        <li>{words.doNotDisturb}</li>
        <li>{host === 'headless' ? words.blockedInBrowser : words.blockedInSystem}</li>
      </ul>
      {host === 'desktop' && (
        <div class="button-row">
          <button type="button" class="button" onClick={() => void store.open('open-notification-settings', null)}>
            <Icon icon={BellRing} size={14} />
            {words.openSettings}
          </button>
        </div>
      )}
      <p class="soft">{words.listed}</p>
    </section>
  );
};

const SendButton = ({ words, isMain, send }: { words: string; isMain: boolean; send: () => Promise<void> }) => (
  <ActionButton
    icon={Send}
    words={words}
    busyWords={useWelcomeMessages().notification.sending}
    looks={isMain ? 'button button-main' : 'button'}
    isNext
    act={send}
  />
);

/** A notification that tells of nothing, to see that they reach the user; and what to do if not. */
export const NotificationStep = ({ overview, test, setTest }: Properties) => {
  const { store, notifications } = usePage();
  const words = useWelcomeMessages().notification;
  const root = useRef<HTMLDivElement>(null);
  const permission = overview.host === 'headless' ? notifications.permission.value : 'granted';
  useKeptFocus(root, `${test} ${permission}`);
  const send = async (): Promise<void> => {
    if (await store.run('test-notification', null)) setTest('sent');
  };
  return (
    <div class="welcome-part" ref={root}>
      <p>{words.try}</p>
      {permission === 'default' && (
        <div class="button-row">
          <button type="button" class="button button-main" data-next onClick={() => void notifications.ask()}>
            <Icon icon={Bell} size={14} />
            {words.allow}
          </button>
        </div>
      )}
      {(permission === 'denied' || permission === 'unsupported') && <p class="soft">{words[permission]}</p>}
      {permission === 'granted' && (
        <div class="button-row">
          <SendButton words={test === 'none' ? words.send : words.another} isMain={test === 'none'} send={send} />
        </div>
      )}
      {test === 'sent' && (
        <div class="welcome-question" role="group" aria-label={words.question}>
          <p role="status">{words.question}</p>
          <button type="button" class="button" onClick={() => setTest('seen')}>
            {words.yes}
          </button>
          <button type="button" class="button" onClick={() => setTest('unseen')}>
            {words.no}
          </button>
        </div>
      )}
      {test === 'seen' && (
        <p class="light light-good" role="status">
          <Icon icon={CircleCheck} />
          {words.allSet}
        </p>
      )}
      {test === 'unseen' && <NotSeen overview={overview} />}
    </div>
  );
};

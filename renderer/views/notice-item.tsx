import {
  BellRing,
  CircleX,
  ExternalLink,
  Info,
  LogIn,
  Route,
  Settings2,
  Timer,
  TriangleAlert,
  Webhook,
  X,
} from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import type { Notice, NoticeAction } from '../../electron/contract/index.ts';
import { ActionButton } from '../components/action-button.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { usePage } from '../components/page-context.ts';
import { pollingBegun } from './hook-source-words.ts';
import { TestButton } from './test-button.tsx';
import type { ShowView } from './view-name.ts';

type ButtonAction = Exclude<NoticeAction, 'dismiss'>;

export const noticeIcons: Readonly<Record<Notice['tone'], IconNode>> = {
  info: Info,
  warn: TriangleAlert,
  bad: CircleX,
};

const CopyHookUrl = () => {
  const { store } = usePage();
  const hookUrls = store.overview.value?.hookUrls ?? [];
  const [first] = hookUrls;
  if (!first) return null;
  // With several, it has to be said which one it is.
  const words = hookUrls.length === 1 ? 'Copy the hook URL' : `Copy the hook URL “${first.name}”`;
  return (
    <CopyButton
      what={`Hook URL “${first.name}”`}
      looks="notice-action"
      disabled={first.url === null}
      copy={() => store.copy('copy-hook-url', { id: first.id })}
    >
      {words}
    </CopyButton>
  );
};

type LinkProperties = { icon: IconNode; words: string; click: () => void };

const ActionLink = ({ icon, words, click }: LinkProperties) => (
  <button type="button" class="notice-action" onClick={click}>
    <Icon icon={icon} size={14} />
    {words}
  </button>
);

const OpenHooksPage = () => {
  const { store } = usePage();
  return (
    <ActionLink
      icon={ExternalLink}
      words="Open the web hooks page"
      click={() => void store.open('open-hooks-page', null)}
    />
  );
};

const OpenNotificationSettings = () => {
  const { store } = usePage();
  return (
    <ActionLink
      icon={Settings2}
      words="Open the system’s settings"
      click={() => void store.open('open-notification-settings', null)}
    />
  );
};

const TestNotification = () => {
  const { store } = usePage();
  return (
    <ActionLink
      icon={BellRing}
      words="Send a test notification"
      click={() => void store.run('test-notification', null)}
    />
  );
};

const PollInstead = () => {
  const { store } = usePage();
  const poll = async (): Promise<void> => {
    if (await store.run('choose-hook-source', { source: 'polling' })) store.announcer.say(pollingBegun);
  };
  return (
    <ActionButton
      icon={Timer}
      words="Ask every minute instead"
      busyWords="Changing…"
      looks="notice-action"
      act={poll}
    />
  );
};

const actionButtons: Readonly<Record<ButtonAction, (properties: { show: ShowView }) => VNode>> = {
  'copy-hook-url': () => <CopyHookUrl />,
  'open-hooks-page': () => <OpenHooksPage />,
  'show-hook-urls': ({ show }) => (
    <ActionLink icon={Webhook} words="Show the hook URLs" click={() => show('connect')} />
  ),
  'show-tunnel': ({ show }) => <ActionLink icon={Route} words="How changes reach you" click={() => show('tunnel')} />,
  'test-reachability': () => <TestButton looks="notice-action" />,
  'poll-instead': () => <PollInstead />,
  'open-notification-settings': () => <OpenNotificationSettings />,
  'test-notification': () => <TestNotification />,
  'sign-in': ({ show }) => <ActionLink icon={LogIn} words="Sign in" click={() => show('account')} />,
};

/** Something that needs a person, with what can be done about it. */
export const NoticeItem = ({ notice, show }: { notice: Notice; show: ShowView }) => {
  const { store } = usePage();
  const { id, tone, title, body } = notice;
  const actions = notice.actions.filter((action) => action !== 'dismiss');
  return (
    <div class={`notice notice-${tone}`} role="group" aria-label={title}>
      <Icon icon={noticeIcons[tone]} />
      <div class="notice-words">
        <p class="notice-title">{title}</p>
        <p>{body}</p>
        {actions.length > 0 && (
          <div class="notice-actions">
            {actions.map((action) => {
              const Button = actionButtons[action];
              return <Button key={action} show={show} />;
            })}
          </div>
        )}
      </div>
      {notice.actions.includes('dismiss') && (
        <IconButton icon={X} label={`Dismiss “${title}”`} click={() => void store.run('dismiss-notice', { id })} />
      )}
    </div>
  );
};

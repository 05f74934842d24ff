import {
  BellRing,
  CircleX,
  Download,
  ExternalLink,
  Info,
  LogIn,
  RotateCw,
  Route,
  Settings2,
  Sparkles,
  Timer,
  TriangleAlert,
  Webhook,
  X,
} from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import type { Notice, NoticeAction } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';
import { TestButton } from '../reachability/test-button.tsx';
import type { ShowView } from '../frame/view-name.ts';

type ButtonAction = Exclude<NoticeAction, 'dismiss'>;

export const noticeIcons: Readonly<Record<Notice['tone'], IconNode>> = {
  info: Info,
  warn: TriangleAlert,
  bad: CircleX,
};

const CopyHookUrl = () => {
  const { store } = usePage();
  const hookUrls = store.overview.value?.hookUrls ?? [];
  const words = useMessages().connect;
  const [first] = hookUrls;
  if (!first) return null;
  // With several, it has to be said which one it is.
  return (
    <CopyButton
      what={words.hookUrl(first.name)}
      looks="notice-action"
      disabled={first.url === null}
      copy={() => store.copy('copy-hook-url', { id: first.id })}
    >
      {hookUrls.length === 1 ? words.copyHookUrl : words.copyHookUrlOf(first.name)}
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
      words={useMessages().connect.openHooksPage}
      click={() => void store.open('open-hooks-page', null)}
    />
  );
};

const OpenNotificationSettings = () => {
  const { store } = usePage();
  return (
    <ActionLink
      icon={Settings2}
      words={useMessages().tunnel.openSystemSettings}
      click={() => void store.open('open-notification-settings', null)}
    />
  );
};

const TestNotification = () => {
  const { store } = usePage();
  return (
    <ActionLink
      icon={BellRing}
      words={useMessages().common.sendTestNotification}
      click={() => void store.run('test-notification', null)}
    />
  );
};

const PollInstead = () => {
  const { store } = usePage();
  const { common, tunnel } = useMessages();
  const poll = async (): Promise<void> => {
    if (await store.run('choose-hook-source', { source: 'polling' })) store.announcer.say(tunnel.pollingBegun);
  };
  return (
    <ActionButton
      icon={Timer}
      words={tunnel.pollInstead}
      busyWords={common.changing}
      looks="notice-action"
      act={poll}
    />
  );
};

const DownloadUpdate = () => {
  const { store } = usePage();
  return (
    <ActionLink
      icon={Download}
      words={useMessages().updates.download}
      click={() => void store.run('download-update', null)}
    />
  );
};

const InstallUpdate = () => {
  const { store } = usePage();
  return (
    <ActionLink
      icon={RotateCw}
      words={useMessages().updates.restart}
      click={() => void store.run('install-update', null)}
    />
  );
};

const ShowUpdates = ({ show }: { show: ShowView }) => (
  <ActionLink icon={Sparkles} words={useMessages().updates.whatIsNew} click={() => show('settings', 'updates')} />
);

const ShowHookUrls = ({ show }: { show: ShowView }) => (
  <ActionLink icon={Webhook} words={useMessages().connect.showHookUrls} click={() => show('connect')} />
);

const ShowTunnel = ({ show }: { show: ShowView }) => (
  <ActionLink icon={Route} words={useMessages().views.tunnel} click={() => show('tunnel')} />
);

const SignIn = ({ show }: { show: ShowView }) => (
  <ActionLink icon={LogIn} words={useMessages().common.signIn} click={() => show('account')} />
);

const actionButtons: Readonly<Record<ButtonAction, (properties: { show: ShowView }) => VNode>> = {
  'copy-hook-url': () => <CopyHookUrl />,
  'open-hooks-page': () => <OpenHooksPage />,
  'show-hook-urls': ({ show }) => <ShowHookUrls show={show} />,
  'show-tunnel': ({ show }) => <ShowTunnel show={show} />,
  'test-reachability': () => <TestButton looks="notice-action" />,
  'poll-instead': () => <PollInstead />,
  'open-notification-settings': () => <OpenNotificationSettings />,
  'test-notification': () => <TestNotification />,
  'download-update': () => <DownloadUpdate />,
  'install-update': () => <InstallUpdate />,
  'show-updates': ({ show }) => <ShowUpdates show={show} />,
  'sign-in': ({ show }) => <SignIn show={show} />,
};

/** Something that needs a person, with what can be done about it. */
export const NoticeItem = ({ notice, show }: { notice: Notice; show: ShowView }) => {
  const { store } = usePage();
  const { common } = useMessages();
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
        <IconButton
          icon={X}
          label={common.dismissNamed(title)}
          click={() => void store.run('dismiss-notice', { id })}
        />
      )}
    </div>
  );
};

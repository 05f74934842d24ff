import {
  BellOff,
  CheckCheck,
  CircleAlert,
  Inbox,
  KeyRound,
  LoaderCircle,
  Play,
  Radio,
  RotateCcw,
  Route,
  SearchX,
  Send,
  Timer,
  Unplug,
  Webhook,
} from 'lucide';
import type { IconNode } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { ActionButton } from '../components/action-button.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { type EmptyReason, emptyReason } from '../state/empty-reason.ts';
import { timeAgo, timeOfDay } from '../state/time-words.ts';
import { lastArrival } from '../state/welcome.ts';
import { pollingBegun } from './hook-source-words.ts';
import type { ShowView } from './view-name.ts';

type EmptyProperties = {
  icon: IconNode;
  title: string;
  words: string;
  /** Whether something is wrong that may need a person. */
  isTrouble?: boolean;
  children?: ComponentChildren;
};

const Empty = ({ icon, title, words, isTrouble = false, children }: EmptyProperties) => (
  <div class="empty">
    <span class={isTrouble ? 'empty-icon tone-warn' : 'empty-icon'}>
      <Icon icon={icon} size={24} />
    </span>
    <p class="title">{title}</p>
    <p class="soft">{words}</p>
    {children !== undefined && <div class="button-row empty-actions">{children}</div>}
  </div>
);

type ActProperties = { icon?: IconNode; words: string; isMain?: boolean; act: () => void };

const Act = ({ icon, words, isMain = false, act }: ActProperties) => (
  <button type="button" class={isMain ? 'button button-main' : 'button'} onClick={act}>
    {icon !== undefined && <Icon icon={icon} size={14} />}
    {words}
  </button>
);

type ReasonProperties = { show: ShowView };

const Unreadable = ({ title, words }: { title: string; words: string }) => {
  const { changes } = usePage().store;
  return (
    <Empty icon={CircleAlert} title={title} words={words} isTrouble>
      <ActionButton icon={RotateCcw} words="Try again" busyWords="Trying…" act={() => changes.reload()} />
    </Empty>
  );
};

const NothingFound = () => {
  const { changes, narrowing } = usePage().store;
  const { text, show, notificationId } = changes.filter.value;
  const isSearch = text !== null && text.trim() !== '';
  const words = isSearch
    ? 'Titles, projects, people and comments are searched. Try fewer or shorter words.'
    : notificationId !== null
      ? 'The changes of this notification are not kept any more.'
      : 'Take off what you chose above, or a part of it.';
  return (
    <Empty
      icon={SearchX}
      title={isSearch ? `Nothing found for “${text.trim()}”` : 'Nothing fits this choice'}
      words={words}
    >
      {show === 'unread' && <Act words="Look among all changes" isMain act={() => narrowing.narrow({ show: 'all' })} />}
      <Act words={isSearch ? 'Clear the search' : 'Clear'} act={narrowing.clear} />
    </Empty>
  );
};

const AllRead = () => {
  const { narrowing } = usePage().store;
  return (
    <Empty icon={CheckCheck} title="You have read everything" words="New changes appear here as they happen.">
      <Act words="Show all changes" act={() => narrowing.narrow({ show: 'all' })} />
    </Empty>
  );
};

const SignedOut = ({ show }: ReasonProperties) => (
  <Empty
    icon={KeyRound}
    title="Sign in to Redbooth"
    words="Hooks are kept meanwhile, but only with your Redbooth account can the app read what changed."
  >
    <Act words="Sign in" isMain act={() => show('account')} />
  </Empty>
);

const Paused = () => {
  const { store } = usePage();
  const pause = store.overview.value?.pause;
  const until = pause?.state === 'paused' && pause.until !== null ? ` until ${timeOfDay(pause.until)}` : '';
  return (
    <Empty
      icon={BellOff}
      title={`Notifications are paused${until}`}
      words="Changes are listed here all the same, as soon as there are any."
    >
      <Act icon={Play} words="Resume notifications" isMain act={() => void store.run('resume', null)} />
    </Empty>
  );
};

const Polling = ({ show }: ReasonProperties) => (
  <Empty
    icon={Timer}
    title="Redbooth is asked every minute"
    words="Changes that concern your projects appear here within a minute."
  >
    <Act icon={Route} words="How changes reach you" act={() => show('tunnel')} />
  </Empty>
);

const PollInstead = () => {
  const { store } = usePage();
  const poll = async (): Promise<void> => {
    if (await store.run('choose-hook-source', { source: 'polling' })) store.announcer.say(pollingBegun);
  };
  return <ActionButton icon={Timer} words="Ask every minute instead" busyWords="Changing…" act={poll} />;
};

const Unreachable = ({ show }: ReasonProperties) => {
  const reachability = usePage().store.overview.value?.reachability;
  return (
    <Empty
      icon={Unplug}
      isTrouble
      title="Hooks cannot reach you just now"
      words={reachability?.detail ?? 'Redbooth has no way to this computer. Changes arrive by asking it now and then.'}
    >
      <Act icon={Route} words="How changes reach you" isMain act={() => show('tunnel')} />
      <PollInstead />
    </Empty>
  );
};

const NoHookYet = ({ show }: ReasonProperties) => (
  <Empty
    icon={Webhook}
    title="Connect Redbooth"
    words="Redbooth has not sent anything yet. An administrator of your organisation pastes your hook URL into Redbooth once; from then on changes appear here as they happen."
  >
    <Act words="Connect Redbooth" isMain act={() => show('connect')} />
    <PollInstead />
  </Empty>
);

const Quiet = () => {
  const { store, now } = usePage();
  const overview = store.overview.value;
  const arrival = overview === null ? null : lastArrival(overview);
  const came = arrival === null ? '' : `The last hook came ${timeAgo(arrival, now.value)}. `;
  const test = async (): Promise<void> => {
    await store.run('test-notification', null);
  };
  return (
    <Empty
      icon={Radio}
      title="Redbooth is connected"
      words={`${came}Changes that concern your projects appear here. To try it, change a task in Redbooth.`}
    >
      <ActionButton icon={Send} words="Send a test notification" busyWords="Sending…" act={test} />
    </Empty>
  );
};

const reasons: Readonly<Record<EmptyReason, (properties: ReasonProperties) => VNode>> = {
  reading: () => (
    <div class="empty" role="status">
      <span class="empty-icon">
        <Icon icon={LoaderCircle} size={24} />
      </span>
      <p class="title">Reading your changes…</p>
    </div>
  ),
  unreadable: () => (
    <Unreadable title="The list could not be read" words="Your changes are kept by the app. Try to read them again." />
  ),
  'app-lost': () => (
    <Unreadable
      title="The app does not answer"
      words="Your changes are kept. If the app has stopped, start it again; this page reconnects by itself."
    />
  ),
  'nothing-found': () => <NothingFound />,
  'all-read': () => <AllRead />,
  'signed-out': SignedOut,
  demo: () => <Empty icon={Inbox} title="The demo is running" words="Changes appear here as the pretend team works." />,
  paused: () => <Paused />,
  polling: Polling,
  unreachable: Unreachable,
  'no-hook-yet': NoHookYet,
  quiet: () => <Quiet />,
};

/** What the list says when it has no rows: always the next step. */
export const EmptyList = ({ show }: { show: ShowView }) => {
  const { store } = usePage();
  const { state, filter, isNarrowed } = store.changes;
  const Reason =
    reasons[
      emptyReason({
        state: state.value,
        overview: store.overview.value,
        isLost: store.connection.value === 'lost',
        filter: filter.value,
        isNarrowed: isNarrowed.value,
      })
    ];
  return <Reason show={show} />;
};

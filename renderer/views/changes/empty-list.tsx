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
import { ActionButton } from '../../components/action-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { type EmptyReason, emptyReason } from '../../state/empty-reason.ts';
import { endWords, timeAgo } from '../../state/time-words.ts';
import { lastArrival } from '../../state/welcome.ts';
import type { ShowView } from '../frame/view-name.ts';
import { useMessages, useSpeech } from '../../components/speech-context.ts';

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
  const { common } = useMessages();
  return (
    <Empty icon={CircleAlert} title={title} words={words} isTrouble>
      <ActionButton icon={RotateCcw} words={common.tryAgain} busyWords={common.trying} act={() => changes.reload()} />
    </Empty>
  );
};

const NothingFound = () => {
  const { changes, narrowing } = usePage().store;
  const { empty, filters } = useMessages();
  const { text, show, notificationId } = changes.filter.value;
  const isSearch = text !== null && text.trim() !== '';
  const words = isSearch ? empty.searchLess : notificationId !== null ? empty.notificationGone : empty.chooseLess;
  return (
    <Empty icon={SearchX} title={isSearch ? empty.nothingFoundFor(text.trim()) : empty.nothingFits} words={words}>
      {show === 'unread' && <Act words={empty.lookAmongAll} isMain act={() => narrowing.narrow({ show: 'all' })} />}
      <Act words={isSearch ? empty.clearSearch : filters.clear} act={narrowing.clear} />
    </Empty>
  );
};

const AllRead = () => {
  const { narrowing } = usePage().store;
  const { empty } = useMessages();
  return (
    <Empty icon={CheckCheck} title={empty.allRead} words={empty.allReadMeaning}>
      <Act words={empty.showAll} act={() => narrowing.narrow({ show: 'all' })} />
    </Empty>
  );
};

const SignedOut = ({ show }: ReasonProperties) => {
  const { common, empty } = useMessages();
  return (
    <Empty icon={KeyRound} title={empty.signedOut} words={empty.signedOutMeaning}>
      <Act words={common.signIn} isMain act={() => show('account')} />
    </Empty>
  );
};

const Paused = () => {
  const { store, now } = usePage();
  const speech = useSpeech();
  const { empty, header } = speech.messages;
  const pause = store.overview.value?.pause;
  const until = pause?.state === 'paused' ? pause.until : null;
  const end = until === null ? null : endWords(until, now.value, speech);
  return (
    <Empty icon={BellOff} title={empty.paused(end)} words={empty.pausedMeaning}>
      <Act icon={Play} words={header.resume} isMain act={() => void store.run('resume', null)} />
    </Empty>
  );
};

const Polling = ({ show }: ReasonProperties) => {
  const { empty, views } = useMessages();
  return (
    <Empty icon={Timer} title={empty.polling} words={empty.pollingMeaning}>
      <Act icon={Route} words={views.tunnel} act={() => show('tunnel')} />
    </Empty>
  );
};

const PollInstead = () => {
  const { store } = usePage();
  const { common, tunnel } = useMessages();
  const poll = async (): Promise<void> => {
    if (await store.run('choose-hook-source', { source: 'polling' })) store.announcer.say(tunnel.pollingBegun);
  };
  return <ActionButton icon={Timer} words={tunnel.pollInstead} busyWords={common.changing} act={poll} />;
};

const Unreachable = ({ show }: ReasonProperties) => {
  const { empty, views } = useMessages();
  const reachability = usePage().store.overview.value?.reachability;
  return (
    <Empty icon={Unplug} isTrouble title={empty.unreachable} words={reachability?.detail ?? empty.unreachableMeaning}>
      <Act icon={Route} words={views.tunnel} isMain act={() => show('tunnel')} />
      <PollInstead />
    </Empty>
  );
};

const NoHookYet = ({ show }: ReasonProperties) => {
  const { empty, views } = useMessages();
  return (
    <Empty icon={Webhook} title={views.connect} words={empty.noHookYet}>
      <Act words={views.connect} isMain act={() => show('connect')} />
      <PollInstead />
    </Empty>
  );
};

const Quiet = () => {
  const { store, now } = usePage();
  const speech = useSpeech();
  const { common, empty } = speech.messages;
  const overview = store.overview.value;
  const arrival = overview === null ? null : lastArrival(overview);
  const test = async (): Promise<void> => {
    await store.run('test-notification', null);
  };
  return (
    <Empty
      icon={Radio}
      title={empty.quiet}
      words={arrival === null ? empty.quietMeaning : empty.quietSince(timeAgo(arrival, now.value, speech))}
    >
      <ActionButton icon={Send} words={common.sendTestNotification} busyWords={common.sending} act={test} />
    </Empty>
  );
};

const Reading = () => (
  <div class="empty" role="status">
    <span class="empty-icon">
      <Icon icon={LoaderCircle} size={24} />
    </span>
    <p class="title">{useMessages().empty.reading}</p>
  </div>
);

const ListUnreadable = () => {
  const { empty } = useMessages();
  return <Unreadable title={empty.unreadable} words={empty.unreadableMeaning} />;
};

const AppLost = () => {
  const { empty } = useMessages();
  return <Unreadable title={empty.appLost} words={empty.appLostMeaning} />;
};

const Demo = () => {
  const { empty } = useMessages();
  return <Empty icon={Inbox} title={empty.demo} words={empty.demoMeaning} />;
};

const reasons: Readonly<Record<EmptyReason, (properties: ReasonProperties) => VNode>> = {
  reading: () => <Reading />,
  unreadable: () => <ListUnreadable />,
  'app-lost': () => <AppLost />,
  'nothing-found': () => <NothingFound />,
  'all-read': () => <AllRead />,
  'signed-out': SignedOut,
  demo: () => <Demo />,
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

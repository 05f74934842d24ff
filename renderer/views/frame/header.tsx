import { CircleUserRound, UserRoundX, Webhook } from 'lucide';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';
import { needsSignIn } from '../../state/sign-in.ts';
import { FilterBar } from '../changes/filter-bar.tsx';
import { FreshPill } from '../changes/fresh-pill.tsx';
import { MainMenu } from './main-menu.tsx';
import { PauseControl } from './pause-control.tsx';
import { ReachabilityPill } from '../reachability/reachability-pill.tsx';
import { StatePill } from '../reachability/state-pill.tsx';
import type { ShowView } from './view-name.ts';

const AccountLine = ({ show }: { show: ShowView }) => {
  const overview = usePage().store.overview.value;
  const { common, header: words, views } = useMessages();
  if (!overview) return null;
  const { account, demo } = overview;
  const isSignedIn = account.state === 'signed-in';
  return (
    <div class={isSignedIn ? 'account' : 'account account-warn'}>
      <button
        type="button"
        class="account-button"
        title={views.account}
        aria-haspopup="dialog"
        data-next
        onClick={() => show('account')}
      >
        <Icon icon={isSignedIn ? CircleUserRound : UserRoundX} size={14} />
        <span class="account-words">{account.sentence}</span>
        {needsSignIn(account) && <span class="account-act">{common.signIn}</span>}
      </button>
      {demo && <span class="badge">{words.demo}</span>}
    </div>
  );
};

/** How high it is, for what comes into sight below it. */
const useTold = (header: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    const element = header.current;
    if (!element) return undefined;
    const tell = (): void => document.documentElement.style.setProperty('--header-height', `${element.offsetHeight}px`);
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
};

export const Header = ({ show }: { show: ShowView }) => {
  const header = useRef<HTMLElement>(null);
  const { views } = useMessages();
  useTold(header);
  return (
    <header class="header" ref={header}>
      <h1 class="visually-hidden">Redbooth Notifier</h1>
      <div class="header-row">
        <ReachabilityPill show={show} />
        <div class="header-line">
          <AccountLine show={show} />
          <StatePill show={show} />
        </div>
        <div class="header-controls">
          <PauseControl />
          <IconButton icon={Webhook} label={views.connect} click={() => show('connect')} />
          <MainMenu show={show} />
        </div>
      </div>
      <FilterBar />
      <FreshPill />
    </header>
  );
};

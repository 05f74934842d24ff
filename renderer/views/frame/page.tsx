import { useEffect, useRef, useState } from 'preact/hooks';
import { createLazyView } from '../../components/lazy-view.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMedia } from '../../components/use-media.ts';
import { useKeptFocus } from '../../components/use-kept-focus.ts';
import { ChangeListView } from '../changes/change-list-view.tsx';
import { ChangeMenuPopover } from '../changes/change-menu-popover.tsx';
import { DetailPane } from '../task/detail-pane.tsx';
import { Header } from './header.tsx';
import { Notices } from '../notices/notices.tsx';
import { NotificationOffer } from '../notices/notification-offer.tsx';
import type { SettingsPlace } from '../settings/settings-places.ts';
import { useKeys } from './use-keys.ts';
import type { ViewName } from './view-name.ts';

const AccountDialog = createLazyView(async () => (await import('../account/account-dialog.tsx')).AccountDialog);
const ConnectDialog = createLazyView(async () => (await import('../hook-urls/connect-dialog.tsx')).ConnectDialog);
const RequestsDialog = createLazyView(async () => (await import('../requests/requests-dialog.tsx')).RequestsDialog);
const TunnelDialog = createLazyView(async () => (await import('../hook-urls/tunnel-dialog.tsx')).TunnelDialog);
const KeysDialog = createLazyView(async () => (await import('./keys-dialog.tsx')).KeysDialog);
const SettingsDialog = createLazyView(async () => (await import('../settings/settings-dialog.tsx')).SettingsDialog);
const WelcomeView = createLazyView(async () => (await import('../welcome/welcome-view.tsx')).WelcomeView);
const ChecksDialog = createLazyView(async () => (await import('../checks/checks-dialog.tsx')).ChecksDialog);

export const Page = () => {
  const { store } = usePage();
  const [view, setView] = useState<ViewName | null>(null);
  const [place, setPlace] = useState<SettingsPlace | null>(null);
  // Null: as the app has it, which knows whether the welcome was gone through.
  const [isWelcomeOpen, setWelcomeOpen] = useState<boolean | null>(null);
  const overview = store.overview.value;
  const isWelcoming = isWelcomeOpen ?? overview?.welcomed === false;
  const close = (): void => setView(null);
  const show = (shown: ViewName, section: SettingsPlace | null = null): void => {
    setPlace(section);
    if (shown === 'welcome') setWelcomeOpen(true);
    setView(shown);
  };
  const closeWelcome = (): void => {
    setWelcomeOpen(false);
    close();
  };
  // A small window has no room beside the list.
  const isOver = !useMedia('(min-width: 720px)');
  const isTaskShown = store.pane.row.value !== null && !isWelcoming;
  const column = useRef<HTMLDivElement>(null);
  useKeys(({ key }) => {
    if (key === '?') show('keys');
    else if (key === ',') show('settings');
    return key === '?' || key === ',';
  });
  const wanted = store.wantedView.value;
  useEffect(() => {
    if (wanted === null) return;
    show(wanted);
    store.showedWantedView();
  }, [wanted, store]);
  const timesWanted = store.listWanted.value;
  useEffect(() => {
    // What stands before the list goes; a welcome that was not finished comes back with the next start.
    if (timesWanted > 0) closeWelcome();
  }, [timesWanted]);
  // The button that opened a view may have gone with its cause.
  useKeptFocus(column, `${view ?? 'list'} ${isWelcoming}`);
  return (
    <div class={isTaskShown && !isOver ? 'frame is-divided' : 'frame'}>
      <div class="column" ref={column} inert={isTaskShown && isOver}>
        {overview !== null && isWelcoming ? (
          <WelcomeView overview={overview} show={show} close={closeWelcome} />
        ) : (
          <>
            <Header show={show} />
            <Notices show={show} />
            <NotificationOffer />
            <ChangeListView show={show} />
          </>
        )}
      </div>
      {!isWelcoming && <DetailPane isOver={isOver} />}
      <div class="visually-hidden" role="status" aria-live="polite">
        {store.announcer.text}
      </div>
      <ChangeMenuPopover show={show} />
      {view === 'connect' && <ConnectDialog close={close} show={show} />}
      {view === 'tunnel' && <TunnelDialog close={close} show={show} />}
      {view === 'requests' && <RequestsDialog close={close} show={show} />}
      {view === 'account' && <AccountDialog close={close} show={show} />}
      {view === 'settings' && <SettingsDialog place={place} close={close} show={show} />}
      {view === 'checks' && <ChecksDialog close={close} />}
      {view === 'keys' && <KeysDialog close={close} />}
    </div>
  );
};

import { useRef, useState } from 'preact/hooks';
import { usePage } from '../components/page-context.ts';
import { useKeptFocus } from '../components/use-kept-focus.ts';
import { AccountDialog } from './account-dialog.tsx';
import { ChangeListView } from './change-list-view.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { Header } from './header.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Notices } from './notices.tsx';
import { NotificationOffer } from './notification-offer.tsx';
import { RequestsDialog } from './requests-dialog.tsx';
import { TunnelDialog } from './tunnel-dialog.tsx';
import { useKeys } from './use-keys.ts';
import type { ViewName } from './view-name.ts';

export const Page = () => {
  const { store } = usePage();
  const [view, setView] = useState<ViewName | null>(null);
  const close = (): void => setView(null);
  const show = (shown: ViewName): void => setView(shown);
  const column = useRef<HTMLDivElement>(null);
  useKeys(store, () => show('keys'));
  // The button that opened a view may have gone with its cause.
  useKeptFocus(column, view ?? 'list');
  return (
    <div class="column" ref={column}>
      <Header show={show} />
      <Notices show={show} />
      <NotificationOffer />
      <ChangeListView show={show} />
      <div class="visually-hidden" role="status" aria-live="polite">
        {store.announcer.text}
      </div>
      {view === 'connect' && <ConnectDialog close={close} />}
      {view === 'tunnel' && <TunnelDialog close={close} show={show} />}
      {view === 'requests' && <RequestsDialog close={close} show={show} />}
      {view === 'account' && <AccountDialog close={close} show={show} />}
      {view === 'keys' && <KeysDialog close={close} />}
    </div>
  );
};

import { useState } from 'preact/hooks';
import { usePage } from '../components/page-context.ts';
import { ChangeListView } from './change-list-view.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { Header } from './header.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Notices } from './notices.tsx';
import { NotificationOffer } from './notification-offer.tsx';
import { useKeys } from './use-keys.ts';

type Overlay = 'connect' | 'keys' | null;

export const Page = () => {
  const { store } = usePage();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const close = (): void => setOverlay(null);
  const connect = (): void => setOverlay('connect');
  useKeys(store, () => setOverlay('keys'));
  return (
    <div class="column">
      <Header connect={connect} showKeys={() => setOverlay('keys')} />
      <Notices connect={connect} />
      <NotificationOffer />
      <ChangeListView connect={connect} />
      <div class="visually-hidden" role="status" aria-live="polite">
        {store.announcer.text}
      </div>
      {overlay === 'connect' && <ConnectDialog close={close} />}
      {overlay === 'keys' && <KeysDialog close={close} />}
    </div>
  );
};

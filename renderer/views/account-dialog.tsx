import { Webhook } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Account } from '../../electron/contract/index.ts';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { useKeptFocus } from '../components/use-kept-focus.ts';
import { AccountState } from './account-state.tsx';
import { OwnAccount } from './own-account.tsx';
import type { ShowView } from './view-name.ts';

const FromEnvironment = ({ account }: { account: Account }) => (
  <div class="account-words-long">
    {account.state === 'expired' && <p>Redbooth accepts that sign-in no longer. Start the app with a fresh one.</p>}
    <p>
      Who is signed in comes from the environment in which the app was started: there is nothing to change here. To sign
      in on this page instead, start the app without the variables REDBOOTH_ACCESS_TOKEN and REDBOOTH_REFRESH_TOKEN.
    </p>
  </div>
);

/** What comes after signing in: the list, and for somebody new the hook URL. */
const WhatNext = ({ close, show }: { close: () => void; show: ShowView }) => {
  const overview = usePage().store.overview.value;
  const isConnected =
    overview?.hookSource === 'polling' || overview?.hookUrls.some(({ lastArrivalAt }) => lastArrivalAt !== null);
  return isConnected ? (
    <div class="button-row">
      <button type="button" class="button button-main" data-next onClick={close}>
        Show the changes
      </button>
    </div>
  ) : (
    <div class="account-words-long">
      <p>What is left is that Redbooth learns where to send its hooks.</p>
      <div class="button-row">
        <button type="button" class="button button-main" data-next onClick={() => show('connect')}>
          <Icon icon={Webhook} size={14} />
          Connect Redbooth
        </button>
      </div>
    </div>
  );
};

/** Who is signed in, and the way to sign in and out. */
export const AccountDialog = ({ close, show }: { close: () => void; show: ShowView }) => {
  const account = usePage().store.overview.value?.account;
  const wasSignedIn = useRef(account?.state === 'signed-in');
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root, `${account?.state} ${account?.canSignOut}`);
  if (!account) return null;
  return (
    <Dialog title="Redbooth account" size="large" close={close}>
      <div class="account-view" ref={root}>
        <AccountState account={account} />
        {account.state === 'signed-in' && !wasSignedIn.current && <WhatNext close={close} show={show} />}
        {account.isFromEnvironment ? <FromEnvironment account={account} /> : <OwnAccount account={account} />}
      </div>
    </Dialog>
  );
};

import { Webhook } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Account } from '../../../electron/contract/index.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useKeptFocus } from '../../components/use-kept-focus.ts';
import { AccountState } from './account-state.tsx';
import { OwnAccount } from './own-account.tsx';
import type { ShowView } from '../frame/view-name.ts';
import { useMessages } from '../../components/speech-context.ts';

const FromEnvironment = ({ account }: { account: Account }) => {
  const words = useMessages().account;
  return (
    <div class="account-words-long">
      {account.state === 'expired' && <p>{words.expired}</p>}
      <p>{words.fromEnvironment}</p>
    </div>
  );
};

/** What comes after signing in: the list, and for somebody new the hook URL. */
const WhatNext = ({ close, show }: { close: () => void; show: ShowView }) => {
  const overview = usePage().store.overview.value;
  const { account: words, views } = useMessages();
  const isConnected =
    overview?.hookSource === 'polling' || overview?.hookUrls.some(({ lastArrivalAt }) => lastArrivalAt !== null);
  return isConnected ? (
    <div class="button-row">
      <button type="button" class="button button-main" data-next onClick={close}>
        {words.showChanges}
      </button>
    </div>
  ) : (
    <div class="account-words-long">
      <p>{words.whatIsLeft}</p>
      <div class="button-row">
        <button type="button" class="button button-main" data-next onClick={() => show('connect')}>
          <Icon icon={Webhook} size={14} />
          {views.connect}
        </button>
      </div>
    </div>
  );
};

/** Who is signed in, and the way to sign in and out. */
export const AccountDialog = ({ close, show }: { close: () => void; show: ShowView }) => {
  const account = usePage().store.overview.value?.account;
  const { views } = useMessages();
  const wasSignedIn = useRef(account?.state === 'signed-in');
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root, `${account?.state} ${account?.canSignOut}`);
  if (!account) return null;
  return (
    <Dialog title={views.account} size="large" close={close}>
      <div class="account-view" ref={root}>
        <AccountState account={account} />
        {account.state === 'signed-in' && !wasSignedIn.current && <WhatNext close={close} show={show} />}
        {account.isFromEnvironment ? <FromEnvironment account={account} /> : <OwnAccount account={account} />}
      </div>
    </Dialog>
  );
};

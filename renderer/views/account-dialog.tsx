import { Webhook } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Account } from '../../electron/contract/index.ts';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { Unanswered } from '../components/unanswered.tsx';
import { useAnswer } from '../components/use-answer.ts';
import { useKeptFocus } from '../components/use-kept-focus.ts';
import { AccountState } from './account-state.tsx';
import { SecretStorageView } from './secret-storage-view.tsx';
import { SignInSteps } from './sign-in-steps.tsx';
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
  const hookUrls = usePage().store.overview.value?.hookUrls ?? [];
  const isConnected = hookUrls.some(({ lastArrivalAt }) => lastArrivalAt !== null);
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

const OwnAccount = ({ account }: { account: Account }) => {
  const { store } = usePage();
  const { answer, reload } = useAnswer(
    () => store.ask('sign-in-settings', null),
    `${account.state} ${account.canSignOut}`,
  );
  if (answer.state !== 'ready') return <Unanswered answer={answer} words="Reading what is set up…" reload={reload} />;
  const settings = answer.value;
  return (
    <>
      {account.state !== 'signed-in' && <SignInSteps settings={settings} progress={account.signIn} reload={reload} />}
      <SecretStorageView storage={settings.storage} reload={reload} />
    </>
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

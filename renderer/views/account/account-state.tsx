import { CircleUserRound, UserRoundX } from 'lucide';
import { useState } from 'preact/hooks';
import type { Account } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';
import { useMessages } from '../../components/speech-context.ts';

/** Who is signed in, kept up to date while the view shows it, with the way to sign out. */
export const AccountState = ({ account: { state, sentence, canSignOut } }: { account: Account }) => {
  const [isAsking, setAsking] = useState(false);
  const words = useMessages().account;
  const isSignedIn = state === 'signed-in';
  return (
    <>
      <div class={`account-state tone-${isSignedIn ? 'good' : 'warn'}`}>
        <Icon icon={isSignedIn ? CircleUserRound : UserRoundX} />
        <p>{sentence}</p>
        {canSignOut && (
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {words.signOut}
          </button>
        )}
      </div>
      {/* Read out when it changes, not on opening the view. */}
      <p class="visually-hidden" role="status">
        {sentence}
      </p>
      {canSignOut && isAsking && <SignOutDialog close={() => setAsking(false)} />}
    </>
  );
};

import { CircleCheck } from 'lucide';
import type { Overview } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { OwnAccount } from '../own-account.tsx';

/** Signing in, so that the app can read what changed. */
export const AccountStep = ({ overview: { account } }: { overview: Overview }) => (
  <>
    <p>
      A hook of Redbooth says only that a task changed. With your account the app reads what changed, who did it, and
      which tasks are yours.
    </p>
    {account.state === 'signed-in' && (
      <p class="light light-good" role="status">
        <Icon icon={CircleCheck} />
        {account.sentence}
      </p>
    )}
    {account.isFromEnvironment ? (
      <p class="soft">Who is signed in comes from the environment in which the app was started.</p>
    ) : (
      <div class="account-view">
        <OwnAccount account={account} />
      </div>
    )}
  </>
);

import { CircleCheck } from 'lucide';
import type { Overview } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { OwnAccount } from '../account/own-account.tsx';
import { useWelcomeMessages } from './use-welcome-messages.ts';

/** Signing in, so that the app can read what changed. */
export const AccountStep = ({ overview: { account } }: { overview: Overview }) => {
  const words = useWelcomeMessages().account;
  return (
    <>
      <p>{words.why}</p>
      {account.state === 'signed-in' && (
        <p class="light light-good" role="status">
          <Icon icon={CircleCheck} />
          {account.sentence}
        </p>
      )}
      {account.isFromEnvironment ? (
        <p class="soft">{words.fromEnvironment}</p>
      ) : (
        <div class="account-view">
          <OwnAccount account={account} />
        </div>
      )}
    </>
  );
};

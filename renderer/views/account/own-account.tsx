import type { Account } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { SecretStorageView } from './secret-storage-view.tsx';
import { SignInSteps } from './sign-in-steps.tsx';
import { useMessages } from '../../components/speech-context.ts';

/** The way to sign in with an application of one’s own, and where that is kept. */
export const OwnAccount = ({ account }: { account: Account }) => {
  const { store } = usePage();
  const words = useMessages().account;
  const { answer, reload } = useAnswer(
    () => store.ask('sign-in-settings', null),
    `${account.state} ${account.canSignOut}`,
  );
  if (answer.state !== 'ready') return <Unanswered answer={answer} words={words.reading} reload={reload} />;
  const settings = answer.value;
  return (
    <>
      {account.state !== 'signed-in' && <SignInSteps settings={settings} progress={account.signIn} reload={reload} />}
      <SecretStorageView storage={settings.storage} reload={reload} />
    </>
  );
};

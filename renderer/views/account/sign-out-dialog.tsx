import { useState } from 'preact/hooks';
import { Checkbox } from '../../components/checkbox.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

/** Asks before the app forgets its access, and what else it is to forget. */
export const SignOutDialog = ({ close }: { close: () => void }) => {
  const { store } = usePage();
  const words = useMessages().account;
  const [forgetApplication, setForgetApplication] = useState(false);
  const [deleteHistory, setDeleteHistory] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const signOut = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const isDone = await store.run('sign-out', { forgetApplication, deleteHistory });
    setBusy(false);
    if (isDone) close();
  };
  const act = deleteHistory ? words.signOutAndDelete : words.signOut;
  return (
    <Dialog title={words.signOutTitle} size="small" close={close}>
      <p>{words.signOutMeaning}</p>
      <Checkbox
        label={words.forgetApplication}
        meaning={words.forgetApplicationMeaning}
        isChecked={forgetApplication}
        change={setForgetApplication}
      />
      <Checkbox
        label={words.deleteHistory}
        meaning={words.deleteHistoryMeaning}
        isBad={deleteHistory}
        isChecked={deleteHistory}
        change={setDeleteHistory}
      />
      <div class="dialog-foot">
        <button type="button" class="button" onClick={close}>
          {words.staySignedIn}
        </button>
        <button type="button" class="button button-bad" aria-disabled={isBusy} onClick={() => void signOut()}>
          {isBusy ? words.signingOut : act}
        </button>
      </div>
    </Dialog>
  );
};

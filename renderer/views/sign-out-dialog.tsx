import { useState } from 'preact/hooks';
import { Checkbox } from '../components/checkbox.tsx';
import { Dialog } from '../components/dialog.tsx';
import { usePage } from '../components/page-context.ts';

/** Asks before the app forgets its access, and what else it is to forget. */
export const SignOutDialog = ({ close }: { close: () => void }) => {
  const { store } = usePage();
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
  const words = deleteHistory ? 'Sign out and delete the history' : 'Sign out';
  return (
    <Dialog title="Sign out of Redbooth?" size="small" close={close}>
      <p>
        The app forgets its access to your account. Your hook URLs stay, and hooks are kept until somebody signs in
        again.
      </p>
      <Checkbox
        label="Also forget the application"
        meaning="To sign in again, you have to paste its id and secret again."
        isChecked={forgetApplication}
        change={setForgetApplication}
      />
      <Checkbox
        label="Also delete the history"
        meaning="Every change in the list is deleted from this computer, and cannot be brought back. Nothing is deleted in Redbooth."
        isBad={deleteHistory}
        isChecked={deleteHistory}
        change={setDeleteHistory}
      />
      <div class="dialog-foot">
        <button type="button" class="button" onClick={close}>
          Stay signed in
        </button>
        <button type="button" class="button button-bad" aria-disabled={isBusy} onClick={() => void signOut()}>
          {isBusy ? 'Signing out…' : words}
        </button>
      </div>
    </Dialog>
  );
};

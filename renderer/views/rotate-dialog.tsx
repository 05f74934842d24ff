import type { HookUrl } from '../../electron/contract/index.ts';
import { Dialog } from '../components/dialog.tsx';
import { usePage } from '../components/page-context.ts';

/** Asks before a hook URL gets a new secret, and says what that asks of an administrator. */
export const RotateDialog = ({ hookUrl: { id, name }, close }: { hookUrl: HookUrl; close: () => void }) => {
  const { store } = usePage();
  return (
    <Dialog title={`Make a new URL for “${name}”?`} size="small" close={close}>
      <p>Do this when the URL may have come to somebody who should not have it.</p>
      <p>
        The old address goes on working for a while, and this view says until when. By then an administrator has to
        paste the new URL into Redbooth; otherwise its hooks no longer reach you.
      </p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={close}>
          Keep the old one
        </button>
        <button
          type="button"
          class="button button-main"
          onClick={() => {
            close();
            void store.run('rotate-hook-url', { id });
          }}
        >
          Make a new URL
        </button>
      </div>
    </Dialog>
  );
};

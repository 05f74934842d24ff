import type { HookUrl } from '../../electron/contract/index.ts';
import { Dialog } from '../components/dialog.tsx';
import { usePage } from '../components/page-context.ts';

/** Asks before a hook URL stops working. */
export const RevokeDialog = ({ hookUrl, close }: { hookUrl: HookUrl; close: () => void }) => {
  const { store } = usePage();
  return (
    <Dialog title={`Revoke “${hookUrl.name}”?`} size="small" close={close}>
      <p>
        Hooks sent to this URL will be refused from now on, and the URL cannot be brought back. Ask an administrator to
        delete its web hook in Redbooth as well.
      </p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={close}>
          Keep it
        </button>
        <button
          type="button"
          class="button button-bad"
          onClick={() => {
            close();
            void store.run('revoke-hook-url', { id: hookUrl.id });
          }}
        >
          Revoke
        </button>
      </div>
    </Dialog>
  );
};

import type { HookUrl } from '../../../electron/contract/index.ts';
import { Dialog } from '../../components/dialog.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

/** Asks before a hook URL stops working. */
export const RevokeDialog = ({ hookUrl, close }: { hookUrl: HookUrl; close: () => void }) => {
  const { store } = usePage();
  const words = useMessages().connect;
  return (
    <Dialog title={words.revokeTitle(hookUrl.name)} size="small" close={close}>
      <p>{words.revokeMeaning}</p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={close}>
          {words.keepIt}
        </button>
        <button
          type="button"
          class="button button-bad"
          onClick={() => {
            close();
            void store.run('revoke-hook-url', { id: hookUrl.id });
          }}
        >
          {words.revoke}
        </button>
      </div>
    </Dialog>
  );
};

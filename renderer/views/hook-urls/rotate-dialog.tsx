import type { HookUrl } from '../../../electron/contract/index.ts';
import { Dialog } from '../../components/dialog.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

/** Asks before a hook URL gets a new secret, and says what that asks of an administrator. */
export const RotateDialog = ({ hookUrl: { id, name }, close }: { hookUrl: HookUrl; close: () => void }) => {
  const { store } = usePage();
  const words = useMessages().connect;
  return (
    <Dialog title={words.rotateTitle(name)} size="small" close={close}>
      <p>{words.rotateWhen}</p>
      <p>{words.rotateMeaning}</p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={close}>
          {words.keepOld}
        </button>
        <button
          type="button"
          class="button button-main"
          onClick={() => {
            close();
            void store.run('rotate-hook-url', { id });
          }}
        >
          {words.rotate}
        </button>
      </div>
    </Dialog>
  );
};

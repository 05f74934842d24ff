import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from './dialog.tsx';

type Properties = {
  title: string;
  /** The words of the button that does it, while it does so, and of the one that does not. */
  act: string;
  busy: string;
  keep: string;
  /** Whether there is nothing to do, so that only the button that does nothing is there. */
  isPointless?: boolean;
  close: () => void;
  /** Does it; closes then. */
  confirm: () => Promise<void>;
  children: ComponentChildren;
};

/** Asks before something that cannot be taken back. */
export const ConfirmDialog = ({
  title,
  act,
  busy,
  keep,
  isPointless = false,
  close,
  confirm,
  children,
}: Properties) => {
  const [isBusy, setBusy] = useState(false);
  const agree = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    await confirm();
    close();
  };
  return (
    <Dialog title={title} size="small" close={close}>
      {children}
      <div class="dialog-foot">
        <button type="button" class="button" onClick={close}>
          {keep}
        </button>
        {!isPointless && (
          <button type="button" class="button button-bad" aria-disabled={isBusy} onClick={() => void agree()}>
            {isBusy ? busy : act}
          </button>
        )}
      </div>
    </Dialog>
  );
};

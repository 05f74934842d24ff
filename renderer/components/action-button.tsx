import type { IconNode } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

type Properties = {
  icon: IconNode;
  words: string;
  busyWords: string;
  looks?: string;
  isDisabled?: boolean;
  /** Whether the focus goes here when what had it is gone. */
  isNext?: boolean;
  act: () => Promise<void>;
};

/** A button that says what it is doing until that is done. It keeps the focus meanwhile, as a disabled one would not. */
export const ActionButton = ({
  icon,
  words,
  busyWords,
  looks = 'button',
  isDisabled = false,
  isNext = false,
  act,
}: Properties) => {
  const [isBusy, setBusy] = useState(false);
  const click = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    await act();
    setBusy(false);
  };
  return (
    <button
      type="button"
      class={looks}
      disabled={isDisabled}
      aria-disabled={isBusy}
      data-next={isNext ? '' : undefined}
      onClick={() => void click()}
    >
      <Icon icon={icon} size={14} />
      {isBusy ? busyWords : words}
    </button>
  );
};

import type { IconNode } from 'lucide';
import { Icon } from './icon.tsx';

type Properties = { icon: IconNode; label: string; click: () => void; tabIndex?: number; isBusy?: boolean };

/** A button that shows only an icon; its label is its tooltip and its name. */
export const IconButton = ({ icon, label, click, tabIndex = 0, isBusy = false }: Properties) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    aria-disabled={isBusy}
    title={label}
    tabIndex={tabIndex}
    onClick={click}
  >
    <Icon icon={icon} />
  </button>
);

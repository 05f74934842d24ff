import type { IconNode } from 'lucide';
import { Icon } from './icon.tsx';

type Properties = { icon: IconNode; label: string; click: () => void; tabIndex?: number };

/** A button that shows only an icon; its label is its tooltip and its name. */
export const IconButton = ({ icon, label, click, tabIndex = 0 }: Properties) => (
  <button type="button" class="icon-button" aria-label={label} title={label} tabIndex={tabIndex} onClick={click}>
    <Icon icon={icon} />
  </button>
);

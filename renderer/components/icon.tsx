import type { IconNode } from 'lucide';
import { h } from 'preact';

/** A lucide icon, drawn in the colour of the text around it. It never carries meaning alone: words stand beside it. */
export const Icon = ({ icon, size = 16 }: { icon: IconNode; size?: 12 | 14 | 16 | 20 | 24 }) => (
  <svg
    class="icon"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    // Larger ones would look heavier than the words beside them.
    stroke-width={size >= 20 ? 1.75 : 2}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {icon.map(([tag, attributes]) => h(tag, { ...attributes, key: JSON.stringify(attributes) }))}
  </svg>
);

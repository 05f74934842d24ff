import type { ComponentChildren } from 'preact';

/** A name and what it stands for, in a list of such. */
export const Fact = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div class="fact">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

import { ArrowRight } from 'lucide';
import type { FieldRow } from '../../electron/contract/index.ts';
import { Icon } from '../components/icon.tsx';

/** A field before and after. Its label is left to whoever cannot see the row; the details show it to all. */
export const FieldPair = ({ field: { label, before, after } }: { field: FieldRow }) => (
  <span class="pair" title={label}>
    <span class="visually-hidden">{label}: from </span>
    <span class={before === null ? 'before is-none' : 'before'}>{before ?? 'none'}</span>
    <Icon icon={ArrowRight} size={12} />
    <span class="visually-hidden"> to </span>
    <span class={after === null ? 'after is-none' : 'after'}>{after ?? 'none'}</span>
    <span class="visually-hidden">. </span>
  </span>
);

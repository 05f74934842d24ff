import { ArrowRight } from 'lucide';
import type { FieldRow } from '../../electron/contract/index.ts';
import { Icon } from './icon.tsx';
import { useMessages } from './speech-context.ts';

/** A field before and after. Its label is left to whoever cannot see the row; the details show it to all. */
export const FieldPair = ({ field: { label, before, after } }: { field: FieldRow }) => {
  const words = useMessages().list;
  return (
    <span class="pair" title={label}>
      <span class="visually-hidden">{words.field(label)} </span>
      <span class={before === null ? 'before is-none' : 'before'}>{before ?? words.none}</span>
      <Icon icon={ArrowRight} size={12} />
      <span class="visually-hidden"> {words.to} </span>
      <span class={after === null ? 'after is-none' : 'after'}>{after ?? words.none}</span>
      <span class="visually-hidden">. </span>
    </span>
  );
};

import { ExternalLink } from 'lucide';
import type { ChangeRow, FieldRow } from '../../electron/contract/index.ts';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { toldSentence } from '../state/row-words.ts';
import { exactTime } from '../state/time-words.ts';

const FieldDetail = ({ field: { label, before, after } }: { field: FieldRow }) => (
  <div class="fact">
    <dt>{label}</dt>
    <dd>
      {after ?? 'none'} <span class="soft">{before === null ? 'was empty' : `was ${before}`}</span>
    </dd>
  </div>
);

/** A change in full: every field, the whole quote, when it was, and why it did or did not notify. */
export const ChangeDetails = ({ row }: { row: ChangeRow }) => {
  const { store } = usePage();
  const fields = row.fields.filter(({ field }) => field !== 'comment');
  return (
    <>
      {row.quote !== null && <blockquote class="quote">{row.quote}</blockquote>}
      <dl class="facts">
        {fields.map((field) => (
          <FieldDetail key={field.field} field={field} />
        ))}
        <div class="fact">
          <dt>When</dt>
          <dd>{exactTime(row.at)}</dd>
        </div>
        {row.actor !== null && (
          <div class="fact">
            <dt>Who</dt>
            <dd>{row.actor.name}</dd>
          </div>
        )}
      </dl>
      <div class="details-foot">
        {row.canOpen && (
          <button type="button" class="button" onClick={() => void store.openChange(row.id)}>
            <Icon icon={ExternalLink} size={14} />
            Open in Redbooth
          </button>
        )}
        <p class="soft">{toldSentence(row)}</p>
      </div>
    </>
  );
};

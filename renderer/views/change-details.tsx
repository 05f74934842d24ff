import type { ChangeRow, FieldRow } from '../../electron/contract/index.ts';
import { exactTime } from '../state/time-words.ts';
import { Fact } from './fact.tsx';

const FieldDetail = ({ field: { label, before, after } }: { field: FieldRow }) => (
  <Fact label={label}>
    {after ?? 'none'} <span class="soft">{before === null ? 'was empty' : `was ${before}`}</span>
  </Fact>
);

/** A change in full: its sentence, every field, the whole quote, when it was, and why it did or did not notify. */
export const ChangeDetails = ({ row }: { row: ChangeRow }) => {
  const { actor, organization, project, quote } = row;
  const fields = row.fields.filter(({ field }) => field !== 'comment');
  return (
    <>
      <p class="detail-sentence">{row.sentence}</p>
      {quote !== null && <blockquote class="quote">{quote}</blockquote>}
      <dl class="facts">
        {fields.map((field) => (
          <FieldDetail key={field.field} field={field} />
        ))}
        <Fact label="When">{exactTime(row.at)}</Fact>
        {actor !== null && <Fact label="Who">{actor.name}</Fact>}
        {project !== null && <Fact label="Project">{project.name}</Fact>}
        {organization !== null && <Fact label="Organisation">{organization.name}</Fact>}
      </dl>
      {row.why !== '' && <p class="soft">{row.why}</p>}
    </>
  );
};

import type { ChangeRow, FieldRow } from '../../../electron/contract/index.ts';
import { exactTime } from '../../state/time-words.ts';
import { Fact } from '../../components/fact.tsx';
import { useMessages, useSpeech } from '../../components/speech-context.ts';

const FieldDetail = ({ field: { label, before, after } }: { field: FieldRow }) => {
  const { list, task } = useMessages();
  return (
    <Fact label={label}>
      {after ?? list.none} <span class="soft">{before === null ? task.wasEmpty : task.was(before)}</span>
    </Fact>
  );
};

/** A change in full: its sentence, every field, the whole quote, when it was, and why it did or did not notify. */
export const ChangeDetails = ({ row }: { row: ChangeRow }) => {
  const speech = useSpeech();
  const words = speech.messages.task;
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
        <Fact label={words.when}>{exactTime(row.at, speech)}</Fact>
        {actor !== null && <Fact label={words.who}>{actor.name}</Fact>}
        {project !== null && <Fact label={words.project}>{project.name}</Fact>}
        {organization !== null && <Fact label={words.organization}>{organization.name}</Fact>}
      </dl>
      {row.why !== '' && <p class="soft">{row.why}</p>}
    </>
  );
};

import { useState } from 'preact/hooks';
import type { Failure, Mute } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { SettingRow } from '../../components/setting-row.tsx';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { untilWords } from '../../state/time-words.ts';
import { headingId } from './settings-places.ts';
import { SettingsSection } from './settings-section.tsx';

const kindWords: Readonly<Record<Mute['kind'], string>> = {
  task: 'Task',
  project: 'Project',
  organization: 'Organisation',
  person: 'Person',
};

const MuteRow = ({ mute, reload }: { mute: Mute; reload: () => Promise<void> }) => {
  const { store, now } = usePage();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, kind, label, until } = mute;
  const unmute = async (): Promise<void> => {
    setFailure(null);
    const answer = await store.ask('unmute', { id });
    if (!answer.ok) return setFailure(answer.failure);
    store.announcer.say(`${label} is muted no longer`);
    await reload();
    // The button is gone.
    document.getElementById(headingId('muted'))?.focus();
  };
  const end = until === null ? 'until you take it back' : `until ${untilWords(until, now.value)}`;
  return (
    <SettingRow label={label} meaning={`${kindWords[kind]}, ${end}`} failure={failure?.message ?? null}>
      {({ label: name }) => (
        <button
          type="button"
          class="button"
          id={`${name}-unmute`}
          aria-labelledby={`${name}-unmute ${name}`}
          onClick={() => void unmute()}
        >
          Unmute
        </button>
      )}
    </SettingRow>
  );
};

/** What nothing is told of, with the way to take it back. */
export const MutedSection = () => {
  const { store } = usePage();
  const { answer, reload } = useAnswer(() => store.ask('mutes', null));
  return (
    <SettingsSection place="muted">
      <p class="soft">
        {answer.state === 'ready' && answer.value.length === 0 && 'Nothing is muted. '}
        Mute a task, a project or a person from the menu of a change; what they do is only listed then.
      </p>
      {answer.state === 'ready' ? (
        answer.value.map((mute) => <MuteRow key={mute.id} mute={mute} reload={reload} />)
      ) : (
        <Unanswered answer={answer} words="Reading what is muted…" reload={reload} />
      )}
    </SettingsSection>
  );
};

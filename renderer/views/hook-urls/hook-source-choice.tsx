import { useId, useState } from 'preact/hooks';
import { type Failure, type HookSource, hookSourceSchema } from '../../../electron/contract/index.ts';
import { RadioOption } from '../../components/radio-option.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';
import { TeamForm } from './team-form.tsx';

/** By hook, by a team’s server or by asking: what is chosen is in force at once, a server once it is named. `isTitled`: where no heading above says what it is about. */
export const HookSourceChoice = ({ isTitled = true }: { isTitled?: boolean }) => {
  const { store } = usePage();
  const words = useMessages().tunnel;
  const [choosing, setChoosing] = useState<HookSource | null>(null);
  const [isTeamWanted, setTeamWanted] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const group = useId();
  const inForce = store.overview.value?.hookSource ?? 'tunnel';
  const chosen = choosing ?? (isTeamWanted ? 'team' : inForce);
  const choose = async (source: HookSource): Promise<void> => {
    if (choosing !== null) return;
    // A team’s server has to be named first.
    setTeamWanted(source === 'team');
    if (source === 'team' || source === inForce) return;
    setChoosing(source);
    setFailure(null);
    const answer = await store.ask('choose-hook-source', { source });
    setChoosing(null);
    if (!answer.ok) setFailure(answer.failure);
  };
  return (
    <fieldset class="tunnel-options">
      <legend class={isTitled ? 'label' : 'visually-hidden'}>{words.changesCome}</legend>
      {hookSourceSchema.options.map((source) => (
        <RadioOption
          key={source}
          group={group}
          words={words.sources[source]}
          isChosen={chosen === source}
          choose={() => void choose(source)}
        >
          {source === 'team' && <TeamForm />}
        </RadioOption>
      ))}
      {failure !== null && (
        <p class="field-failure" role="alert">
          {failure.message}
        </p>
      )}
    </fieldset>
  );
};

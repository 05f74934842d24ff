import { useId, useState } from 'preact/hooks';
import { type Failure, type HookSource, hookSourceSchema } from '../../electron/contract/index.ts';
import { RadioOption } from '../components/radio-option.tsx';
import { usePage } from '../components/page-context.ts';
import { hookSourceWords } from './hook-source-words.ts';

/** By hook or by asking: what is chosen is in force at once. `isTitled`: where no heading above says what it is about. */
export const HookSourceChoice = ({ isTitled = true }: { isTitled?: boolean }) => {
  const { store } = usePage();
  const [choosing, setChoosing] = useState<HookSource | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const group = useId();
  const inForce = store.overview.value?.hookSource ?? 'tunnel';
  const chosen = choosing ?? inForce;
  const choose = async (source: HookSource): Promise<void> => {
    if (choosing !== null || source === inForce) return;
    setChoosing(source);
    setFailure(null);
    const answer = await store.ask('choose-hook-source', { source });
    setChoosing(null);
    if (!answer.ok) setFailure(answer.failure);
  };
  return (
    <fieldset class="tunnel-options">
      <legend class={isTitled ? 'label' : 'visually-hidden'}>Changes come</legend>
      {hookSourceSchema.options.map((source) => (
        <RadioOption
          key={source}
          group={group}
          words={hookSourceWords[source]}
          isChosen={chosen === source}
          choose={() => void choose(source)}
        />
      ))}
      {failure !== null && (
        <p class="field-failure" role="alert">
          {failure.message}
        </p>
      )}
    </fieldset>
  );
};

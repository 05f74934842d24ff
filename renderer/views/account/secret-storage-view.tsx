import { useState } from 'preact/hooks';
import type { Failure, SecretStorage } from '../../../electron/contract/index.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

/** Where secrets are kept; and where there is no good place, whether they may be kept in a bad one. */
export const SecretStorageView = ({ storage, reload }: { storage: SecretStorage; reload: () => Promise<void> }) => {
  const { store } = usePage();
  const words = useMessages().account;
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const allow = async (allowed: boolean): Promise<void> => {
    setWanted(allowed);
    const answer = await store.ask('allow-weak-storage', { allowed });
    setFailure(answer.ok ? null : answer.failure);
    await reload();
    setWanted(null);
  };
  return (
    <section class="connect-part">
      <h3 class="label">{words.whereKept}</h3>
      <p>{storage.sentence}</p>
      {storage.canAllowWeak && (
        <Checkbox
          label={words.allowFile}
          meaning={words.allowFileMeaning}
          isChecked={wanted ?? storage.strength === 'file'}
          change={(allowed) => void allow(allowed)}
        />
      )}
      {failure !== null && (
        <p class="field-failure" role="alert">
          {failure.message}
        </p>
      )}
    </section>
  );
};

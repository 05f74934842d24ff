import { useId, useRef, useState } from 'preact/hooks';
import type { Failure, SignInSettings } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { applicationOf, isSecretKeptFor } from '../../state/sign-in.ts';
import { credentialPattern } from './credential-pattern.ts';
import { SecretField } from './secret-field.tsx';
import { useMessages } from '../../components/speech-context.ts';

type Saving = { state: 'ready' } | { state: 'saving' } | { state: 'failed'; failure: Failure };

/** Asks for the id and the secret of the user’s application. The secret stays in its field, and leaves it once saved. */
export const ApplicationForm = ({ settings, saved }: { settings: SignInSettings; saved: () => Promise<void> }) => {
  const { store } = usePage();
  const { account: words, common } = useMessages();
  const [id, setId] = useState(settings.applicationId ?? '');
  const [saving, setSaving] = useState<Saving>({ state: 'ready' });
  const secret = useRef<HTMLInputElement>(null);
  const idField = useId();
  const isSaving = saving.state === 'saving';

  const changed = (): void => {
    if (saving.state === 'failed') setSaving({ state: 'ready' });
  };
  const save = async (): Promise<void> => {
    const field = secret.current;
    if (isSaving || field === null) return;
    setSaving({ state: 'saving' });
    const answer = await store.ask('save-application', applicationOf(id, field.value));
    if (!answer.ok) {
      setSaving({ state: 'failed', failure: answer.failure });
      return field.focus();
    }
    field.value = '';
    await saved();
    setSaving({ state: 'ready' });
  };
  return (
    <form
      class="application-form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="form-row">
        <label class="form-label" for={idField}>
          {words.applicationId}
        </label>
        <input
          id={idField}
          class="field"
          type="text"
          required
          pattern={credentialPattern}
          title={words.credentialForm}
          spellcheck={false}
          autocapitalize="none"
          autocomplete="off"
          data-next
          value={id}
          onInput={(event) => {
            setId(event.currentTarget.value);
            changed();
          }}
        />
      </div>
      <SecretField
        field={secret}
        isKept={isSecretKeptFor(settings, id)}
        failure={saving.state === 'failed' ? saving.failure : null}
        changed={changed}
      />
      <button type="submit" class="button button-main" aria-disabled={isSaving}>
        {isSaving ? common.saving : common.save}
      </button>
    </form>
  );
};

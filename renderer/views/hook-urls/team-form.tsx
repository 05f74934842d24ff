import { useId, useState } from 'preact/hooks';
import type { Failure, TeamSettings } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';

/** Where the team’s server is, and as whom to read from it. What is entered is in force once it is sent. */
export const TeamForm = () => {
  const { store } = usePage();
  const { tunnel } = useMessages();
  const { answer, reload } = useAnswer(() => store.ask('team-settings', null));
  if (answer.state !== 'ready') return <Unanswered answer={answer} words={tunnel.reading} reload={reload} />;
  if (answer.value.isFixed) return <p class="notice notice-info">{tunnel.fixed}</p>;
  return <TeamFields settings={answer.value} reload={reload} />;
};

const TeamFields = ({ settings, reload }: { settings: TeamSettings; reload: () => Promise<void> }) => {
  const { store } = usePage();
  const { team: words } = useMessages();
  const [servers, setServers] = useState(settings.servers);
  const [credentials, setCredentials] = useState('');
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useId();
  const trouble = useId();

  const send = async (): Promise<void> => {
    if (isSending) return;
    setSending(true);
    setFailure(null);
    const text = credentials.trim();
    const answer = await store.ask('choose-team', { servers, credentials: text === '' ? null : text });
    setSending(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    setCredentials('');
    await reload();
  };
  return (
    <form
      class="tunnel-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div class="address">
        <label class="address-label" for={field}>
          {words.servers}
        </label>
        <input
          id={field}
          class="field"
          required
          maxLength={2000}
          spellcheck={false}
          autocomplete="off"
          placeholder="nats://hooks.example.com:4222"
          value={servers}
          aria-invalid={failure !== null}
          aria-describedby={failure === null ? `${field}-hint` : `${trouble} ${field}-hint`}
          onInput={(event) => setServers(event.currentTarget.value)}
        />
        <p class="soft" id={`${field}-hint`}>
          {words.serversHint}
        </p>
      </div>
      <div class="address">
        <label class="address-label" for={`${field}-credentials`}>
          {words.credentials}
        </label>
        <textarea
          id={`${field}-credentials`}
          class="field"
          rows={3}
          maxLength={16_384}
          spellcheck={false}
          autocomplete="off"
          value={credentials}
          aria-describedby={`${field}-credentials-hint`}
          onInput={(event) => setCredentials(event.currentTarget.value)}
        />
        <p class="soft" id={`${field}-credentials-hint`}>
          {settings.hasCredentials ? words.kept : words.credentialsHint}
        </p>
      </div>
      {failure !== null && (
        <p class="field-failure" id={trouble} role="alert">
          {failure.message}
        </p>
      )}
      <div class="tunnel-save">
        <button type="submit" class="button button-main" aria-disabled={isSending}>
          {isSending ? words.connecting : words.connect}
        </button>
        <p class="soft" role="status">
          {store.overview.value?.hookSource === 'team' && store.overview.value.reachability.sentence}
        </p>
      </div>
    </form>
  );
};

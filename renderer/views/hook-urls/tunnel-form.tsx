import { useId, useRef, useState } from 'preact/hooks';
import type { Failure, TunnelKind, TunnelSettingsView } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { RadioOption } from '../../components/radio-option.tsx';
import { changesHookUrls, choiceOf, draftOf } from '../../state/tunnel-draft.ts';
import { AddressField } from './address-field.tsx';
import { LocalAddress } from './local-address.tsx';
import { SeenOnTheWay } from './seen-on-the-way.tsx';
import { useMessages } from '../../components/speech-context.ts';

type Saving =
  | { state: 'ready' }
  | { state: 'saving' }
  | { state: 'saved'; isOtherUrl: boolean }
  | { state: 'failed'; failure: Failure };

/** The choice of a way to be reached. Saving applies it at once; the line above the form shows what comes of it. */
export const TunnelForm = ({ settings, connect }: { settings: TunnelSettingsView; connect: () => void }) => {
  const { store } = usePage();
  const { common, connect: connectWords, tunnel: words } = useMessages();
  const { isFixed, localAddress } = settings;
  const [saved, setSaved] = useState(settings.choice);
  const [draft, setDraft] = useState(draftOf(settings.choice));
  const [saving, setSaving] = useState<Saving>({ state: 'ready' });
  const group = useId();
  const form = useRef<HTMLFormElement>(null);
  const { tunnel } = draft;
  const choice = choiceOf(draft, saved);
  const isOtherUrl = changesHookUrls(choice, saved);
  const failure = saving.state === 'failed' ? saving.failure : null;

  const change = (part: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...part });
    if (saving.state !== 'saving') setSaving({ state: 'ready' });
  };
  const save = async (): Promise<void> => {
    if (saving.state === 'saving') return;
    setSaving({ state: 'saving' });
    const answer = await store.ask('choose-tunnel', choice);
    if (!answer.ok) {
      setSaving({ state: 'failed', failure: answer.failure });
      form.current?.querySelector<HTMLInputElement>('input[type="url"]')?.focus();
      return;
    }
    // The app may write an address in its own way.
    const fresh = await store.ask('tunnel-settings', null);
    const kept = fresh.ok ? fresh.value.choice : choice;
    setSaved(kept);
    setDraft(draftOf(kept));
    setSaving({ state: 'saved', isOtherUrl });
  };
  const option = (kind: TunnelKind) => ({
    group,
    words: words.ways[kind],
    isChosen: tunnel === kind,
    choose: () => change({ tunnel: kind }),
  });
  return (
    <form
      class="tunnel-form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {isFixed && <p class="notice notice-info">{words.fixed}</p>}
      <fieldset class="tunnel-options" disabled={isFixed}>
        <legend class="label">{words.hooksCome}</legend>
        <RadioOption {...option('localtunnel')}>
          <AddressField
            label={words.server}
            hint={words.serverHint}
            placeholder="https://localtunnel.me"
            value={draft.tunnelHost}
            failure={failure}
            input={(tunnelHost) => change({ tunnelHost })}
          />
        </RadioOption>
        <RadioOption {...option('url')}>
          <AddressField
            label={words.publicAddress}
            hint={words.publicAddressHint}
            placeholder="https://hooks.example.com"
            value={draft.publicUrl}
            failure={failure}
            input={(publicUrl) => change({ publicUrl })}
          />
        </RadioOption>
        <RadioOption {...option('off')}>
          {failure !== null && (
            <p class="field-failure" role="alert">
              {failure.message}
            </p>
          )}
        </RadioOption>
      </fieldset>
      {!isFixed && (
        <div class="tunnel-save">
          <button type="submit" class="button button-main" aria-disabled={saving.state === 'saving'}>
            {saving.state === 'saving' ? common.saving : common.save}
          </button>
          <p class="soft" role="status">
            {saving.state === 'saved' && `${words.saved} `}
            {saving.state !== 'saved' && isOtherUrl && words.willChange}
            {saving.state === 'saved' && saving.isOtherUrl && words.changed}
          </p>
          {saving.state === 'saved' && saving.isOtherUrl && (
            <button type="button" class="button" onClick={connect}>
              {connectWords.showHookUrls}
            </button>
          )}
        </div>
      )}
      {tunnel === 'url' && <LocalAddress address={localAddress} />}
      <SeenOnTheWay tunnel={tunnel} />
    </form>
  );
};

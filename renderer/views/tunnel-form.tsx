import { useId, useRef, useState } from 'preact/hooks';
import type { Failure, TunnelKind, TunnelSettingsView } from '../../electron/contract/index.ts';
import { usePage } from '../components/page-context.ts';
import { RadioOption } from '../components/radio-option.tsx';
import { changesHookUrls, choiceOf, draftOf } from '../state/tunnel-draft.ts';
import { AddressField } from './address-field.tsx';
import { LocalAddress } from './local-address.tsx';
import { SeenOnTheWay } from './seen-on-the-way.tsx';

import { tunnelWords } from './tunnel-words.ts';

type Saving =
  | { state: 'ready' }
  | { state: 'saving' }
  | { state: 'saved'; isOtherUrl: boolean }
  | { state: 'failed'; failure: Failure };

/** The choice of a way to be reached. Saving applies it at once; the line above the form shows what comes of it. */
export const TunnelForm = ({ settings, connect }: { settings: TunnelSettingsView; connect: () => void }) => {
  const { store } = usePage();
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
    words: tunnelWords[kind],
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
      {isFixed && (
        <p class="notice notice-info">
          An option at the start of the app, or a settings file named there, decides this for the present run. Start the
          app without it to choose here.
        </p>
      )}
      <fieldset class="tunnel-options" disabled={isFixed}>
        <legend class="label">Hooks come</legend>
        <RadioOption {...option('localtunnel')}>
          <AddressField
            label="Tunnel server"
            hint="Anyone can run one; the usual one is https://localtunnel.me."
            placeholder="https://localtunnel.me"
            value={draft.tunnelHost}
            failure={failure}
            input={(tunnelHost) => change({ tunnelHost })}
          />
        </RadioOption>
        <RadioOption {...option('url')}>
          <AddressField
            label="Public address"
            hint="The address at which this computer is reached from outside, without the secret part of a hook URL."
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
            {saving.state === 'saving' ? 'Saving…' : 'Save'}
          </button>
          <p class="soft" role="status">
            {saving.state === 'saved' && 'Saved and in force. '}
            {saving.state !== 'saved' &&
              isOtherUrl &&
              'This changes your hook URLs: an administrator has to paste the new ones into Redbooth.'}
            {saving.state === 'saved' &&
              saving.isOtherUrl &&
              'Your hook URLs change: an administrator has to paste the new ones into Redbooth.'}
          </p>
          {saving.state === 'saved' && saving.isOtherUrl && (
            <button type="button" class="button" onClick={connect}>
              Show the hook URLs
            </button>
          )}
        </div>
      )}
      {tunnel === 'url' && <LocalAddress address={localAddress} />}
      <SeenOnTheWay tunnel={tunnel} />
    </form>
  );
};

import { useState } from 'preact/hooks';
import type { Failure, Mute } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { SettingRow } from '../../components/setting-row.tsx';
import { useSettingsMessages, useSettingsSpeech } from './use-settings-messages.ts';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { untilWords } from '../../state/time-words.ts';
import { Found } from './found.tsx';
import { headingId } from './settings-places.ts';
import { SettingsSection } from './settings-section.tsx';

const MuteRow = ({ mute, reload }: { mute: Mute; reload: () => Promise<void> }) => {
  const { store, now } = usePage();
  const speech = useSettingsSpeech();
  const { mutes } = speech.messages.settings;
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, kind, label, until } = mute;
  const unmute = async (): Promise<void> => {
    setFailure(null);
    const answer = await store.ask('unmute', { id });
    if (!answer.ok) return setFailure(answer.failure);
    store.announcer.say(mutes.unmuted(label));
    await reload();
    // The button is gone.
    document.getElementById(headingId('muted'))?.focus();
  };
  const words =
    until === null
      ? mutes.withoutEnd(mutes.kinds[kind])
      : mutes.until(mutes.kinds[kind], untilWords(until, now.value, speech));
  return (
    <SettingRow label={label} meaning={words} failure={failure?.message ?? null}>
      {({ label: name }) => (
        <button
          type="button"
          class="button"
          id={`${name}-unmute`}
          aria-labelledby={`${name}-unmute ${name}`}
          onClick={() => void unmute()}
        >
          {mutes.unmute}
        </button>
      )}
    </SettingRow>
  );
};

/** What nothing is told of, with the way to take it back. */
export const MutedSection = () => {
  const { store } = usePage();
  const { items, mutes } = useSettingsMessages().settings;
  const { answer, reload } = useAnswer(() => store.ask('mutes', null));
  return (
    <SettingsSection place="muted">
      <Found item="muted">
        <p class="soft">
          {answer.state === 'ready' && answer.value.length === 0 && `${mutes.none} `}
          {items.muted.meaning}
        </p>
        {answer.state === 'ready' ? (
          answer.value.map((mute) => <MuteRow key={mute.id} mute={mute} reload={reload} />)
        ) : (
          <Unanswered answer={answer} words={mutes.reading} reload={reload} />
        )}
      </Found>
    </SettingsSection>
  );
};

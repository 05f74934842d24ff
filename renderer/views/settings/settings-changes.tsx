import { useState } from 'preact/hooks';
import {
  type Failure,
  type SettingsDifference,
  portableKeys,
  settingsFileLimit,
} from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { useSettingsMessages, useSettingsSpeech } from './use-settings-messages.ts';
import { deletesHistory, differenceLines, nameOfSetting } from '../../state/difference-words.ts';
import { type SettingsPlace, resetsOf } from '../../state/settings-places.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';

/** What is asked before many settings change at once. */
export type Proposal =
  | { readonly kind: 'reset'; readonly place: SettingsPlace | null; readonly difference: SettingsDifference }
  | {
      readonly kind: 'import';
      readonly text: string;
      readonly difference: SettingsDifference;
      readonly unknown: readonly string[];
      readonly ofTheMachine: readonly string[];
    };

/** What was done, with the way back. */
type Done = { readonly words: string; readonly undo: string | null };

export type SettingsChanges = {
  readonly proposal: Proposal | null;
  readonly done: Done | null;
  readonly failure: Failure | null;
  readonly reset: (place: SettingsPlace | null) => Promise<void>;
  readonly useFile: (file: File) => Promise<void>;
  readonly confirm: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly close: () => void;
};

const keysOf = (place: SettingsPlace | null) => [...(place === null ? portableKeys : (resetsOf[place] ?? []))];

/** Many settings changed at once: what would change is shown before it does, and can be taken back. `onChanged`: read them anew. */
export const useSettingsChanges = (onChanged: () => void): SettingsChanges => {
  const { store } = usePage();
  const { settings } = useSettingsMessages();
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = (): void => {
    setDone(null);
    setFailure(null);
  };
  const finish = (words: string, undo: string | null): void => {
    setDone({ words, undo });
    void store.preferences.load();
    onChanged();
  };
  return {
    proposal,
    done,
    failure,
    reset: async (place) => {
      begin();
      const answer = await store.ask('preview-settings-reset', { keys: keysOf(place) });
      if (answer.ok) setProposal({ kind: 'reset', place, difference: answer.value });
      else setFailure(answer.failure);
    },
    useFile: async (file) => {
      begin();
      if (file.size > settingsFileLimit) {
        setFailure({ code: 'settings-invalid', message: settings.import.tooLarge });
        return;
      }
      const text = await file.text().catch(() => null);
      if (text === null) return setFailure({ code: 'settings-invalid', message: settings.import.unreadable });
      const answer = await store.ask('preview-settings-import', { text });
      if (!answer.ok) return setFailure(answer.failure);
      const { unknown, ofTheMachine, ...difference } = answer.value;
      setProposal({ kind: 'import', text, difference, unknown, ofTheMachine });
    },
    confirm: async () => {
      if (proposal === null) return;
      const answer =
        proposal.kind === 'reset'
          ? await store.ask('reset-settings', { keys: keysOf(proposal.place) })
          : await store.ask('import-settings', { text: proposal.text });
      if (answer.ok) finish(settings[proposal.kind].done, answer.value.undo);
      else setFailure(answer.failure);
    },
    undo: async () => {
      if (done === null || done.undo === null) return;
      const answer = await store.ask('import-settings', { text: done.undo });
      if (answer.ok) finish(settings.undone, null);
      else setFailure(answer.failure);
    },
    close: () => setProposal(null),
  };
};

const Difference = ({ difference }: { difference: SettingsDifference }) => {
  const { locale } = useSettingsSpeech();
  const messages = useSettingsMessages();
  const words = messages.settings.difference;
  return (
    <>
      <dl class="difference">
        {differenceLines(difference, messages, locale).map(({ key, label, words }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {deletesHistory(difference) && <p class="field-failure">{words.deletes}</p>}
      {difference.fixed.length > 0 && (
        <p class="soft">{words.fixed(difference.fixed.map((key) => nameOfSetting(key, messages)).join(', '))}</p>
      )}
    </>
  );
};

const LeftOut = ({ proposal }: { proposal: Proposal }) => {
  const words = useSettingsMessages().settings.import;
  if (proposal.kind === 'reset') return null;
  const { unknown, ofTheMachine } = proposal;
  return (
    <>
      {unknown.length > 0 && <p class="soft">{words.unknown(unknown.join(', '))}</p>}
      {ofTheMachine.length > 0 && <p class="soft">{words.ofTheMachine(ofTheMachine.join(', '))}</p>}
    </>
  );
};

/** Asks before many settings change at once, with each that would. */
export const ProposalDialog = ({ changes, proposal }: { changes: SettingsChanges; proposal: Proposal }) => {
  const { reset, import: taken, places } = useSettingsMessages().settings;
  const { difference } = proposal;
  const isReset = proposal.kind === 'reset';
  const title = !isReset ? taken.title : proposal.place === null ? reset.titleAll : reset.title(places[proposal.place]);
  const isNothing = Object.keys(difference.after).length === 0;
  return (
    <ConfirmDialog
      title={title}
      act={isReset ? reset.act : taken.apply}
      busy={isReset ? reset.busy : taken.busy}
      keep={isReset ? reset.keep : taken.keep}
      isPointless={isNothing}
      close={changes.close}
      confirm={changes.confirm}
    >
      {isNothing && <p>{isReset ? reset.nothing : taken.nothing}</p>}
      <Difference difference={difference} />
      <LeftOut proposal={proposal} />
    </ConfirmDialog>
  );
};

/** What became of it, with the way back. */
export const ChangesOutcome = ({ changes: { done, failure, undo } }: { changes: SettingsChanges }) => {
  const { common } = useSettingsMessages();
  return (
    <div class="settings-outcome">
      <div role="status">{done !== null && <p>{done.words}</p>}</div>
      {done !== null && done.undo !== null && (
        <button type="button" class="text-button" onClick={() => void undo()}>
          {common.undo}
        </button>
      )}
      {failure !== null && (
        <p class="field-failure" role="alert">
          {failure.message}
        </p>
      )}
    </div>
  );
};

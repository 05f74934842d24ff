import { AlarmClock, BellOff, Undo2 } from 'lucide';
import type { ChangeRow } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useSpeech } from '../../components/speech-context.ts';
import { mutedWords, snoozedWords } from '../../state/row-menu-words.ts';
import type { Muted } from '../../state/row-menu-words.ts';
import { changeElementId } from './change-element-id.ts';

const MutedLine = ({ id, muted }: { id: string; muted: Muted }) => {
  const { store, now } = usePage();
  const speech = useSpeech();
  const { common, rowMenu } = speech.messages;
  const undo = (button: HTMLElement): void => {
    // It will be gone; the row, or the task that stands here, takes the focus.
    if (button.closest('.detail') === null) document.getElementById(changeElementId(id))?.focus();
    else store.pane.focus();
    void store.rowMenu.undoMute(id);
  };
  return (
    <div class="action-line soft">
      <Icon icon={BellOff} size={14} />
      <p>{mutedWords(muted, now.value, speech)}</p>
      <button
        type="button"
        class="button"
        aria-label={rowMenu.undoMute(muted.kind, muted.name)}
        onClick={(event) => undo(event.currentTarget)}
      >
        <Icon icon={Undo2} size={14} />
        {common.undo}
      </button>
    </div>
  );
};

/** What was asked for by the menu of a row, below it: when it is told again, or what was muted from it and the way back. */
export const ChangeMenuLine = ({ row: { id, snoozedUntil } }: { row: ChangeRow }) => {
  const { store, now } = usePage();
  const speech = useSpeech();
  const muted = store.rowMenu.mutedFrom(id);
  const isSnoozed = snoozedUntil !== null && snoozedUntil > now.value;
  return (
    <>
      {isSnoozed && (
        <p class="action-line soft">
          <Icon icon={AlarmClock} size={14} />
          <span>{snoozedWords(snoozedUntil, now.value, speech)}</span>
        </p>
      )}
      {muted !== null && (muted.until === null || muted.until > now.value) && <MutedLine id={id} muted={muted} />}
    </>
  );
};

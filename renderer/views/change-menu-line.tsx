import { AlarmClock, BellOff } from 'lucide';
import type { ChangeRow } from '../../electron/contract/index.ts';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { untilWords } from '../state/time-words.ts';

/** What was asked for by the menu of a row, below it: when it is told again, or what was muted from it. */
export const ChangeMenuLine = ({ row: { id, snoozedUntil } }: { row: ChangeRow }) => {
  const { store, now } = usePage();
  const muted = store.rowMenu.mutedFrom(id);
  const isSnoozed = snoozedUntil !== null && snoozedUntil > now.value;
  if (!isSnoozed && muted === null) return null;
  return (
    <>
      {isSnoozed && (
        <p class="action-line soft">
          <Icon icon={AlarmClock} size={14} />
          <span>Snoozed until {untilWords(snoozedUntil, now.value)}</span>
        </p>
      )}
      {muted !== null && (
        <p class="action-line soft">
          <Icon icon={BellOff} size={14} />
          <span>{muted}</span>
        </p>
      )}
    </>
  );
};

import { Check, ChevronDown, ChevronUp } from 'lucide';
import type { ChangeRow } from '../../electron/contract/index.ts';
import { Avatar } from '../components/avatar.tsx';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { usePage } from '../components/page-context.ts';
import { paletteIndex } from '../state/palette.ts';
import { quietLine, shortFields } from '../state/row-words.ts';
import { exactTime, rowTime } from '../state/time-words.ts';
import { ChangeDetails } from './change-details.tsx';
import { FieldPair } from './field-pair.tsx';
import { changeElementId } from './use-keys.ts';

/** One change: a button that opens its task, and beside it what else can be done. */
export const ChangeItem = ({ row, isTabStop }: { row: ChangeRow; isTabStop: boolean }) => {
  const { store, now } = usePage();
  const { changes } = store;
  const { id, actor, kind, sentence, project, quote, at, unread } = row;
  const isUnfolded = changes.unfolded.value === id;
  const detailsId = `${changeElementId(id)}-details`;
  const fields = shortFields(row);
  const quiet = quietLine(row);
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <li class={`change${unread ? ' is-unread' : ''}${changes.selected.value === id ? ' is-selected' : ''}`}>
      <button
        type="button"
        class="change-main"
        id={changeElementId(id)}
        tabIndex={tabIndex}
        onFocus={() => changes.select(id)}
        onClick={() => void store.openChange(id)}
      >
        <span class="change-dot" aria-hidden="true" />
        <Avatar actor={actor} kind={kind} />
        <span class="change-body">
          <span class="change-sentence">
            {unread && <span class="visually-hidden">Unread: </span>}
            {sentence}
          </span>
          {!isUnfolded && fields.length > 0 && (
            <span class="pairs">
              {fields.map((field) => (
                <FieldPair key={field.field} field={field} />
              ))}
            </span>
          )}
          {!isUnfolded && quote !== null && <span class="quote quote-short">{quote}</span>}
          {quiet !== '' && (
            <span class="change-quiet">
              {project !== null && <span class={`square hue-${paletteIndex(project.id)}`} aria-hidden="true" />}
              <span>{quiet}</span>
            </span>
          )}
        </span>
        <time class="change-time" dateTime={new Date(at).toISOString()} title={exactTime(at)}>
          {rowTime(at, now.value)}
        </time>
      </button>
      <div class="change-actions">
        {unread && (
          <IconButton icon={Check} label="Mark read" tabIndex={tabIndex} click={() => void store.markRead(id)} />
        )}
        <button
          type="button"
          class="icon-button"
          aria-label="Details"
          title={isUnfolded ? 'Hide details' : 'Show details'}
          aria-expanded={isUnfolded}
          aria-controls={detailsId}
          tabIndex={tabIndex}
          onClick={() => changes.unfold(isUnfolded ? null : id)}
        >
          <Icon icon={isUnfolded ? ChevronUp : ChevronDown} />
        </button>
      </div>
      <div id={detailsId} class="change-details" hidden={!isUnfolded}>
        {isUnfolded && <ChangeDetails row={row} />}
      </div>
    </li>
  );
};

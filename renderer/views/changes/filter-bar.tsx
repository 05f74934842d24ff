import { CheckCheck, Search, Undo2 } from 'lucide';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useKeptFocus } from '../../components/use-kept-focus.ts';
import { SearchRow } from './search-row.tsx';
import { useKeys } from '../frame/use-keys.ts';
import { useMessages } from '../../components/speech-context.ts';

/** The way to have read everything, and the way back. */
const ReadAll = () => {
  const { store } = usePage();
  const { marks, changes } = store;
  const { common, filters } = useMessages();
  const unread = store.overview.value?.unread ?? 0;
  const root = useRef<HTMLDivElement>(null);
  const canUndo = marks.canUndoAll.value;
  useKeptFocus(root, String(canUndo));
  if (!canUndo && (unread === 0 || changes.isNarrowed.value)) return null;
  return (
    <div class="read-all" ref={root}>
      {canUndo && <span class="read-all-words">{filters.markedAllRead}</span>}
      {canUndo ? (
        <button type="button" class="text-button" data-next onClick={() => void marks.undo()}>
          <Icon icon={Undo2} size={14} />
          {common.undo}
        </button>
      ) : (
        <button type="button" class="text-button" data-next onClick={() => void marks.markAllRead()}>
          <Icon icon={CheckCheck} size={14} />
          {filters.markAllRead}
        </button>
      )}
    </div>
  );
};

/** Which changes are listed and how, and the way to have read them all. */
export const FilterBar = () => {
  const { store } = usePage();
  const { changes, narrowing } = store;
  const words = useMessages().filters;
  const { show } = changes.filter.value;
  const unread = store.overview.value?.unread ?? 0;
  const [isOpen, setOpen] = useState(false);
  // What narrows the list stays in sight.
  const isShown = isOpen || changes.isNarrowed.value || narrowing.text.value !== '';
  const row = useId();
  const field = useRef<HTMLInputElement>(null);
  const [timesWanted, setTimesWanted] = useState(0);
  const search = (): void => {
    setOpen(true);
    setTimesWanted(timesWanted + 1);
  };
  useLayoutEffect(() => {
    if (timesWanted === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [timesWanted]);
  useKeys(({ key }) => {
    if (key === '/') search();
    return key === '/';
  });
  return (
    <>
      <div class="filter-bar">
        <div class="chips" role="group" aria-label={words.show}>
          <button
            type="button"
            class="chip"
            aria-pressed={show === 'unread'}
            onClick={() => narrowing.narrow({ show: 'unread' })}
          >
            {words.unread(unread)}
          </button>
          <button
            type="button"
            class="chip"
            aria-pressed={show === 'all'}
            onClick={() => narrowing.narrow({ show: 'all' })}
          >
            {words.all}
          </button>
        </div>
        <ReadAll />
        <button
          type="button"
          class="icon-button search-button"
          aria-label={words.searchAndFilter}
          title={`${words.searchAndFilter} (/)`}
          aria-expanded={isShown}
          aria-controls={row}
          onClick={() => (isShown ? setOpen(false) : search())}
        >
          <Icon icon={Search} />
        </button>
      </div>
      <SearchRow id={row} field={field} isShown={isShown} close={() => setOpen(false)} />
    </>
  );
};

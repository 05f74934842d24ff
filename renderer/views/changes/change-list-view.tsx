import { useCallback, useEffect, useLayoutEffect } from 'preact/hooks';
import { usePage } from '../../components/page-context.ts';
import { useVirtualRows } from '../../components/use-virtual-rows.ts';
import { beginsGroup } from '../../state/grouping.ts';
import { headingAbove } from '../../state/day-headings.ts';
import { type Place, placeIndex } from '../../state/rows.ts';
import { changeElementId } from './change-element-id.ts';
import { ChangeEntry } from './change-entry.tsx';
import { EmptyList } from './empty-list.tsx';
import { useListKeys } from './use-list-keys.ts';
import type { ShowView } from '../frame/view-name.ts';
import { useMessages } from '../../components/speech-context.ts';

/** The height of a row with a sentence and a line below it. */
const usualHeight = 60;

const Rows = ({ places }: { places: readonly Place[] }) => {
  const { store, now } = usePage();
  const { changes, pane } = store;
  const { list, times } = useMessages();
  const selected = changes.selected.value;
  const wanted = changes.wanted.value;
  const isComplete = changes.state.value === 'complete';
  const grouping = changes.grouping.value;
  const total = Math.max(changes.total.value ?? -1, places.length);
  const indexOf = (id: string | null): number => {
    if (id === null) return -1;
    const row = changes.row(id);
    // Only by day are they in the order of time.
    return row === null || grouping !== 'day' ? places.findIndex((place) => place.id === id) : placeIndex(places, row);
  };
  const { box, height, drawn, sight, measure, scrollTo } = useVirtualRows({
    count: places.length,
    keyOf: useCallback((index: number) => places[index]?.id ?? String(index), [places]),
    estimate: usualHeight,
    pinned: [selected, wanted].map(indexOf).filter((index) => index !== -1),
    isAnchored: changes.isReading(),
  });
  const { first, last } = sight;
  useEffect(() => changes.look(first, last), [changes, places, first, last]);
  useListKeys(store, Math.max(1, last - first - 2));
  useLayoutEffect(() => {
    if (wanted === null) return;
    const index = indexOf(wanted);
    if (index !== -1) scrollTo(index);
    // One that was let go takes the focus when it is there again.
    if (index !== -1 && changes.row(wanted) === null) return;
    document.getElementById(changeElementId(wanted))?.focus({ preventScroll: true });
    changes.arrived();
  });
  // Beside a task the rows are narrower, and so stand elsewhere.
  const isBeside = pane.row.value !== null;
  useLayoutEffect(() => {
    const index = indexOf(selected);
    if (index !== -1 && wanted === null) scrollTo(index);
  }, [isBeside, pane.row.value?.id]);
  // One row takes part in the tab order; arrows and j/k move on from it.
  const tabStop = indexOf(selected) === -1 ? (places[first]?.id ?? null) : selected;
  return (
    <div
      class="rows"
      role="feed"
      aria-label={list.label}
      aria-busy={changes.state.value === 'loading-more'}
      ref={box}
      style={{ height: `${height}px` }}
    >
      {drawn.map(({ index, size, top }) => {
        const place = places[index];
        if (!place) return null;
        const before = places[index - 1] ?? null;
        const heading = headingAbove(place.at, before?.at ?? null, now.value, times);
        return (
          <article
            key={place.id}
            class="entry"
            data-index={index}
            ref={measure}
            style={{ transform: `translateY(${top}px)` }}
            aria-posinset={index + 1}
            aria-setsize={isComplete ? places.length : changes.total.value === null ? -1 : total}
            aria-labelledby={changeElementId(place.id)}
          >
            <ChangeEntry
              id={place.id}
              heading={heading}
              group={beginsGroup(place, heading === null ? before : null, grouping) ? grouping : null}
              isTabStop={place.id === tabStop}
              height={size}
            />
          </article>
        );
      })}
    </div>
  );
};

/** The changes, newest first, by day. Only those in sight are drawn. */
export const ChangeListView = ({ show }: { show: ShowView }) => {
  const { changes } = usePage().store;
  const { loadingOlder } = useMessages().list;
  const places = changes.places.value;
  const filter = changes.filter.value;
  useLayoutEffect(() => window.scrollTo(0, 0), [filter]);
  useEffect(() => {
    const scrolled = (): void => {
      if (changes.fresh.value > 0 && !changes.isReading()) changes.sawTop();
    };
    window.addEventListener('scroll', scrolled, { passive: true });
    return () => window.removeEventListener('scroll', scrolled);
  }, [changes]);
  return (
    <main class="list">
      {places.length === 0 ? <EmptyList show={show} /> : <Rows places={places} />}
      <p class="list-end">{changes.state.value === 'loading-more' && loadingOlder}</p>
    </main>
  );
};

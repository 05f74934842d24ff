import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../components/page-context.ts';
import { groupByDay } from '../state/day-groups.ts';
import { ChangeItem } from './change-item.tsx';
import { EmptyList } from './empty-list.tsx';
import type { ShowView } from './view-name.ts';

/** Asks for older rows when the reader comes near the end. */
const ListEnd = () => {
  const { changes } = usePage().store;
  const end = useRef<HTMLDivElement>(null);
  const state = changes.state.value;
  const count = changes.rows.value.length;
  useEffect(() => {
    if (state !== 'more' || !end.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void changes.loadMore();
      },
      { rootMargin: '400px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [changes, state, count]);
  return (
    <div class="list-end" ref={end}>
      {state === 'loading-more' && 'Loading older changes…'}
    </div>
  );
};

/** The changes, newest first, by day. */
export const ChangeListView = ({ show }: { show: ShowView }) => {
  const { store, now } = usePage();
  const { changes } = store;
  const rows = changes.rows.value;
  const selected = changes.selected.value;
  // One row takes part in the tab order; arrows and j/k move on from it.
  const tabStop = rows.some(({ id }) => id === selected) ? selected : (rows[0]?.id ?? null);
  return (
    <main class="list" aria-label="Recent changes">
      {rows.length === 0 ? (
        <EmptyList show={show} />
      ) : (
        groupByDay(rows, now.value).map(({ day, label, rows }) => (
          <section key={day} class="day" aria-label={label}>
            <h2 class="day-label">{label}</h2>
            <ul class="day-rows">
              {rows.map((row) => (
                <ChangeItem key={row.id} row={row} isTabStop={row.id === tabStop} />
              ))}
            </ul>
          </section>
        ))
      )}
      <ListEnd />
    </main>
  );
};

import { CheckCheck } from 'lucide';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';

/** Which changes are listed, and the way to have read them all. */
export const FilterBar = () => {
  const { store } = usePage();
  const { filter, show } = store.changes;
  const unread = store.overview.value?.unread ?? 0;
  return (
    <div class="filter-bar">
      <div class="chips" role="group" aria-label="Show">
        <button type="button" class="chip" aria-pressed={filter.value === 'unread'} onClick={() => void show('unread')}>
          {unread > 0 ? `Unread ${unread}` : 'Unread'}
        </button>
        <button type="button" class="chip" aria-pressed={filter.value === 'all'} onClick={() => void show('all')}>
          All
        </button>
      </div>
      {unread > 0 && (
        <button type="button" class="text-button" onClick={() => void store.markAllRead()}>
          <Icon icon={CheckCheck} size={14} />
          Mark all read
        </button>
      )}
    </div>
  );
};

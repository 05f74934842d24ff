import { ArrowUp } from 'lucide';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useMessages } from '../../components/speech-context.ts';

/** Says how many changes came above what is being read, and leads there. */
export const FreshPill = () => {
  const { changes } = usePage().store;
  const words = useMessages().list;
  const count = changes.fresh.value;
  if (count === 0) return null;
  const goThere = (): void => {
    const [newest] = changes.places.value;
    changes.sawTop();
    if (newest) changes.goTo(newest.id);
    window.scrollTo(0, 0);
  };
  return (
    <div class="fresh">
      <button type="button" class="fresh-pill" onClick={goThere}>
        <Icon icon={ArrowUp} size={14} />
        {words.fresh(count)}
        <span class="visually-hidden"> {words.freshAbove(count)}</span>
      </button>
    </div>
  );
};

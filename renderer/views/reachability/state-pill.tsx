import { Moon, Play } from 'lucide';
import type { Overview } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { endWords } from '../../state/time-words.ts';
import { resume } from '../frame/pause-control.tsx';
import type { ShowView } from '../frame/view-name.ts';
import { useMessages, useSpeech } from '../../components/speech-context.ts';

const useEnd = (until: number | null): string | null => {
  const { now } = usePage();
  const speech = useSpeech();
  return until === null ? null : endWords(until, now.value, speech);
};

const focusNext = (pill: HTMLElement): void => {
  pill.closest('.header')?.querySelector<HTMLElement>('.header-controls button')?.focus();
};

const PausedPill = ({ until }: { until: number | null }) => {
  const { store } = usePage();
  const { header } = useMessages();
  const words = header.paused(useEnd(until));
  return (
    <button
      type="button"
      class="pill pill-warn"
      title={header.resume}
      aria-label={`${words}. ${header.resume}`}
      onClick={(event) => {
        // It will be gone; beside it stands what pauses again.
        focusNext(event.currentTarget);
        void resume(store, header);
      }}
    >
      <Icon icon={Play} size={14} />
      <span>{words}</span>
      <span class="pause-action">· {header.resumeShort}</span>
    </button>
  );
};

const QuietPill = ({ until, show }: { until: number | null; show: ShowView }) => {
  const { header } = useMessages();
  const words = header.quiet(useEnd(until));
  return (
    <button
      type="button"
      class="pill pill-quiet"
      title={header.quietMeaning}
      aria-label={`${words}. ${header.changeQuietHours}`}
      aria-haspopup="dialog"
      onClick={() => show('settings', 'quiet-hours')}
    >
      <Icon icon={Moon} size={14} />
      <span>{words}</span>
    </button>
  );
};

const pillOf = ({ pause, quiet }: Overview, show: ShowView) => {
  if (pause.state === 'paused') return <PausedPill until={pause.until} />;
  return quiet === null ? null : <QuietPill until={quiet.until} show={show} />;
};

/** Says that nothing is shown now, and until when: a pause, which one can end, comes before quiet hours. */
export const StatePill = ({ show }: { show: ShowView }) => {
  const overview = usePage().store.overview.value;
  return <div class="header-state">{overview && pillOf(overview, show)}</div>;
};

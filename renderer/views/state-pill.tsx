import { Moon, Play } from 'lucide';
import type { Overview } from '../../electron/contract/index.ts';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { endWords } from '../state/time-words.ts';
import { resume } from './pause-control.tsx';
import type { ShowView } from './view-name.ts';

const useUntil = (state: string, until: number | null): string => {
  const { now } = usePage();
  return until === null ? state : `${state} until ${endWords(until, now.value)}`;
};

const focusNext = (pill: HTMLElement): void => {
  pill.closest('.header')?.querySelector<HTMLElement>('.header-controls button')?.focus();
};

const PausedPill = ({ until }: { until: number | null }) => {
  const { store } = usePage();
  const words = useUntil('Paused', until);
  return (
    <button
      type="button"
      class="pill pill-warn"
      title="Resume notifications"
      aria-label={`${words}. Resume notifications`}
      onClick={(event) => {
        // It will be gone; beside it stands what pauses again.
        focusNext(event.currentTarget);
        void resume(store);
      }}
    >
      <Icon icon={Play} size={14} />
      <span>{words}</span>
      <span class="pause-action">· Resume</span>
    </button>
  );
};

const QuietPill = ({ until, show }: { until: number | null; show: ShowView }) => {
  const words = useUntil('Quiet', until);
  return (
    <button
      type="button"
      class="pill pill-quiet"
      title="Quiet hours: what comes now is told afterwards"
      aria-label={`${words}. Change the quiet hours`}
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

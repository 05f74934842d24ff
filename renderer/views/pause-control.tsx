import { Pause, Play } from 'lucide';
import { Disclosure } from '../components/disclosure.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { timeOfDay } from '../state/time-words.ts';

const choices = [
  { minutes: 30, words: 'For 30 minutes' },
  { minutes: 60, words: 'For 1 hour' },
  { minutes: null, words: 'Until I resume' },
] as const;

/** Pauses notifications; changes are listed all the same. */
export const PauseControl = () => {
  const { store } = usePage();
  const pause = store.overview.value?.pause;
  if (!pause) return null;
  if (pause.state === 'paused') {
    const until = pause.until === null ? 'Paused' : `Paused until ${timeOfDay(pause.until)}`;
    return (
      <button
        type="button"
        class="pill pill-warn"
        title="Resume notifications"
        aria-label={`${until}. Resume notifications`}
        onClick={() => void store.run('resume', null)}
      >
        <Icon icon={Play} size={14} />
        <span>{until}</span>
        <span class="pause-action">· Resume</span>
      </button>
    );
  }
  return (
    <Disclosure label="Pause notifications" looks="icon-button" align="end" button={<Icon icon={Pause} />}>
      {(close) => (
        <div class="menu">
          <p class="menu-title" aria-hidden="true">
            Pause notifications
          </p>
          {choices.map(({ minutes, words }) => (
            <button
              key={words}
              type="button"
              class="menu-item"
              onClick={() => {
                close();
                void store.run('pause', { minutes });
              }}
            >
              {words}
            </button>
          ))}
        </div>
      )}
    </Disclosure>
  );
};

import { Pause } from 'lucide';
import { Disclosure } from '../components/disclosure.tsx';
import { Icon } from '../components/icon.tsx';
import { usePage } from '../components/page-context.ts';
import { minutesUntilMorning } from '../state/morning.ts';
import type { Store } from '../state/store.ts';

/** At this hour of the next morning a pause until then is over. */
const morning = 8;

const choices = (now: number): readonly { readonly minutes: number | null; readonly words: string }[] => [
  { minutes: 30, words: 'For 30 minutes' },
  { minutes: 60, words: 'For 1 hour' },
  { minutes: minutesUntilMorning(now, morning), words: 'Until tomorrow morning' },
  { minutes: null, words: 'Until I resume' },
];

const pauseFor = async (store: Store, minutes: number | null): Promise<void> => {
  if (await store.run('pause', { minutes })) store.announcer.say('Notifications are paused');
};

export const resume = async (store: Store): Promise<void> => {
  if (await store.run('resume', null)) store.announcer.say('Notifications are on again');
};

/** Pauses notifications, or lets them on again; changes are listed all the same. */
export const PauseControl = () => {
  const { store, now } = usePage();
  const pause = store.overview.value?.pause;
  if (!pause) return null;
  return (
    <Disclosure label="Pause notifications" looks="icon-button" align="end" button={<Icon icon={Pause} />}>
      {(close) => (
        <div class="menu">
          <p class="menu-title" aria-hidden="true">
            Pause notifications
          </p>
          {choices(now.value).map(({ minutes, words }) => (
            <button
              key={words}
              type="button"
              class="menu-item"
              onClick={() => {
                close();
                void pauseFor(store, minutes);
              }}
            >
              {words}
            </button>
          ))}
          {pause.state === 'paused' && (
            <button
              type="button"
              class="menu-item"
              onClick={() => {
                close();
                void resume(store);
              }}
            >
              Resume now
            </button>
          )}
        </div>
      )}
    </Disclosure>
  );
};

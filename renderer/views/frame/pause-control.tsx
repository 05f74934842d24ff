import { Pause } from 'lucide';
import { minutesUntilMorning, pauseMorning } from '../../../electron/contract/index.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import type { Store } from '../../state/store.ts';
import { useMessages } from '../../components/speech-context.ts';
import type { PageMessages } from '../../messages/en/index.ts';

const choices = (
  now: number,
  zone: string | null,
  words: PageMessages['header'],
): readonly { readonly minutes: number | null; readonly words: string }[] => [
  { minutes: 30, words: words.pauseHalfHour },
  { minutes: 60, words: words.pauseHour },
  { minutes: minutesUntilMorning(now, pauseMorning, zone), words: words.pauseUntilMorning },
  { minutes: null, words: words.pauseUntilResumed },
];

const pauseFor = async (store: Store, minutes: number | null, words: PageMessages['header']): Promise<void> => {
  if (await store.run('pause', { minutes })) store.announcer.say(words.pauseBegun);
};

export const resume = async (store: Store, words: PageMessages['header']): Promise<void> => {
  if (await store.run('resume', null)) store.announcer.say(words.pauseEnded);
};

/** Pauses notifications, or lets them on again; changes are listed all the same. */
export const PauseControl = () => {
  const { store, now } = usePage();
  const { header } = useMessages();
  const overview = store.overview.value;
  if (!overview) return null;
  const { pause, timeZone } = overview;
  return (
    <Disclosure label={header.pause} looks="icon-button" align="end" button={<Icon icon={Pause} />}>
      {(close) => (
        <div class="menu">
          <p class="menu-title" aria-hidden="true">
            {header.pause}
          </p>
          {choices(now.value, timeZone, header).map(({ minutes, words }) => (
            <button
              key={words}
              type="button"
              class="menu-item"
              onClick={() => {
                close();
                void pauseFor(store, minutes, header);
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
                void resume(store, header);
              }}
            >
              {header.resumeNow}
            </button>
          )}
        </div>
      )}
    </Disclosure>
  );
};

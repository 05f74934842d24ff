import { Trash2 } from 'lucide';
import { useId } from 'preact/hooks';
import { type QuietHours, weekdays } from '../../../electron/contract/index.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { quietWords, weekdayWords } from '../../state/quiet-words.ts';

/** Whether it can be kept: a day at least, and both times. */
export const isComplete = ({ days, from, to }: QuietHours): boolean => days.length > 0 && from !== '' && to !== '';

const missing = ({ days }: QuietHours): string =>
  days.length === 0
    ? 'Not in force: choose at least one day, or remove it.'
    : 'Not in force: give both times, or remove it.';

type Properties = { hours: QuietHours; set: (hours: QuietHours) => void; remove: () => void };

/** One time in which it is quiet: its days, from when, until when. */
export const QuietTime = ({ hours, set, remove }: Properties) => {
  const words = useId();
  const { days, from, to } = hours;
  const sentence = isComplete(hours) ? quietWords(hours) : missing(hours);
  return (
    <div class="quiet-time" role="group" aria-labelledby={words}>
      <p class={isComplete(hours) ? 'setting-label' : 'field-failure'} id={words}>
        {sentence}
      </p>
      <div class="weekdays" role="group" aria-label="Days">
        {weekdays.map((day) => (
          <button
            key={day}
            type="button"
            class="chip"
            aria-pressed={days.includes(day)}
            title={weekdayWords[day].long}
            onClick={() => set({ ...hours, days: weekdays.filter((each) => days.includes(each) !== (each === day)) })}
          >
            {weekdayWords[day].short}
          </button>
        ))}
      </div>
      <div class="quiet-times">
        <label>
          From{' '}
          <input
            type="time"
            class="field"
            value={from}
            onChange={(event) => set({ ...hours, from: event.currentTarget.value })}
          />
        </label>
        <label>
          until{' '}
          <input
            type="time"
            class="field"
            value={to}
            onChange={(event) => set({ ...hours, to: event.currentTarget.value })}
          />
        </label>
        <IconButton icon={Trash2} label={isComplete(hours) ? `Remove ${sentence}` : 'Remove it'} click={remove} />
      </div>
    </div>
  );
};

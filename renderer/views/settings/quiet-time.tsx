import { Trash2 } from 'lucide';
import { useId } from 'preact/hooks';
import { type QuietHours, weekdays } from '../../../electron/contract/index.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useSettingsSpeech } from './use-settings-messages.ts';
import { quietWords } from '../../state/quiet-words.ts';

/** Whether it can be kept: a day at least, and both times. */
export const isComplete = ({ days, from, to }: QuietHours): boolean => days.length > 0 && from !== '' && to !== '';

type Properties = { hours: QuietHours; set: (hours: QuietHours) => void; remove: () => void };

/** One time in which it is quiet: its days, from when, until when. */
export const QuietTime = ({ hours, set, remove }: Properties) => {
  const words = useId();
  const speech = useSettingsSpeech();
  const { messages } = speech;
  const { quiet } = messages.settings;
  const { days, from, to } = hours;
  const missing = days.length === 0 ? quiet.needsDay : quiet.needsTimes;
  const sentence = isComplete(hours) ? quietWords(hours, speech) : missing;
  return (
    <div class="quiet-time" role="group" aria-labelledby={words}>
      <p class={isComplete(hours) ? 'setting-label' : 'field-failure'} id={words}>
        {sentence}
      </p>
      <div class="weekdays" role="group" aria-label={quiet.days}>
        {weekdays.map((day) => (
          <button
            key={day}
            type="button"
            class="chip"
            aria-pressed={days.includes(day)}
            title={messages.quiet.days[day].long}
            onClick={() => set({ ...hours, days: weekdays.filter((each) => days.includes(each) !== (each === day)) })}
          >
            {messages.quiet.days[day].short}
          </button>
        ))}
      </div>
      <div class="quiet-times">
        <label>
          {quiet.from}{' '}
          <input
            type="time"
            class="field"
            value={from}
            onChange={(event) => set({ ...hours, from: event.currentTarget.value })}
          />
        </label>
        <label>
          {quiet.until}{' '}
          <input
            type="time"
            class="field"
            value={to}
            onChange={(event) => set({ ...hours, to: event.currentTarget.value })}
          />
        </label>
        <IconButton
          icon={Trash2}
          label={isComplete(hours) ? quiet.removeNamed(sentence) : quiet.remove}
          click={remove}
        />
      </div>
    </div>
  );
};

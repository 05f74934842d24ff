import { Plus } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { Preferences, QuietHours } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { useSettingsMessages } from './use-settings-messages.ts';
import { Found } from './found.tsx';
import { QuietTime, isComplete } from './quiet-time.tsx';
import { headingId } from './settings-places.ts';
import { SettingsSection } from './settings-section.tsx';

type Draft = { readonly key: number; readonly hours: QuietHours };

const first: QuietHours = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '18:30', to: '08:00' };
const most = 20;

/** When nothing is shown, by the days of the week. A time that is not complete yet waits here until it is. */
export const QuietHoursSection = ({ preferences }: { preferences: Preferences }) => {
  const { change, current, failureOf } = usePage().store.preferences;
  const { items, quiet } = useSettingsMessages().settings;
  const keys = useRef(0);
  const draftsOf = (times: readonly QuietHours[]): readonly Draft[] =>
    times.map((hours) => {
      keys.current += 1;
      return { key: keys.current, hours };
    });
  const [drafts, setDrafts] = useState(() => draftsOf(preferences.quietHours));
  const failure = failureOf('quietHours');
  const set = async (next: readonly Draft[]): Promise<void> => {
    setDrafts(next);
    const complete = next.map(({ hours }) => hours).filter(isComplete);
    if (JSON.stringify(complete) === JSON.stringify(current.value?.quietHours)) return;
    if (!(await change({ quietHours: complete }))) setDrafts(draftsOf(current.value?.quietHours ?? []));
  };
  return (
    <SettingsSection place="quiet-hours">
      <Found item="quietHours">
        <p class="soft">
          {drafts.length === 0 && `${quiet.none} `}
          {items.quietHours.meaning}
        </p>
        {drafts.map(({ key, hours }) => (
          <QuietTime
            key={key}
            hours={hours}
            set={(hours) => void set(drafts.map((draft) => (draft.key === key ? { key, hours } : draft)))}
            remove={() => {
              void set(drafts.filter((draft) => draft.key !== key));
              // The button is gone.
              document.getElementById(headingId('quiet-hours'))?.focus();
            }}
          />
        ))}
        {failure !== null && (
          <p class="field-failure" role="alert">
            {failure.message}
          </p>
        )}
        {drafts.length < most && (
          <div>
            <button type="button" class="button" onClick={() => void set([...drafts, ...draftsOf([first])])}>
              <Icon icon={Plus} size={14} />
              {quiet.add}
            </button>
          </div>
        )}
      </Found>
    </SettingsSection>
  );
};

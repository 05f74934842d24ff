import { useEffect } from 'preact/hooks';
import type { Preferences } from '../../../electron/contract/index.ts';
import { Dialog } from '../../components/dialog.tsx';
import { usePage } from '../../components/page-context.ts';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import type { ShowView } from '../view-name.ts';
import { AccountSection } from './account-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { DueDatesSection } from './due-dates-section.tsx';
import { HelpSection } from './help-section.tsx';
import { HistorySection } from './history-section.tsx';
import { HookSourceSection } from './hook-source-section.tsx';
import { MutedSection } from './muted-section.tsx';
import { NotificationSection } from './notification-section.tsx';
import { QuietHoursSection } from './quiet-hours-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { SettingsNav } from './settings-nav.tsx';
import { type SettingsPlace, goToPlace } from './settings-places.ts';
import { SystemSection, hasNothingToChoose } from './system-section.tsx';

const needPreferences: readonly SettingsPlace[] = ['rules', 'quiet-hours', 'due-dates', 'appearance'];

type Properties = {
  /** The section to begin at. */
  place: SettingsPlace | null;
  close: () => void;
  show: ShowView;
};

const Chosen = ({ preferences }: { preferences: Preferences }) => (
  <>
    <RulesSection preferences={preferences} />
    <MutedSection />
    <QuietHoursSection preferences={preferences} />
    <DueDatesSection preferences={preferences} />
    <AppearanceSection preferences={preferences} />
  </>
);

/** Everything that can be chosen, in force as soon as it is. A section of its own file each. */
export const SettingsDialog = ({ place, close, show }: Properties) => {
  const { store } = usePage();
  const { current, failure, load } = store.preferences;
  const system = useAnswer(() => store.ask('system-settings', null));
  const preferences = current.value;
  useEffect(() => {
    void load();
    if (place !== null) goToPlace(place);
  }, [place]);
  const answer =
    failure.value === null ? ({ state: 'asking' } as const) : ({ state: 'failed', failure: failure.value } as const);
  const absent: readonly SettingsPlace[] = [
    ...(preferences === null ? needPreferences : []),
    ...(hasNothingToChoose(system.answer) ? (['system'] as const) : []),
  ];
  return (
    <Dialog title="Settings" size="wide" close={close}>
      <div class="settings-layout">
        <SettingsNav absent={absent} />
        <div class="settings">
          <NotificationSection preferences={preferences} />
          {preferences === null ? (
            <>
              <Unanswered answer={answer} words="Reading the settings…" reload={load} />
              <MutedSection />
            </>
          ) : (
            <Chosen preferences={preferences} />
          )}
          <SystemSection {...system} />
          <AccountSection show={show} />
          <HookSourceSection show={show} />
          <HistorySection />
          <HelpSection />
        </div>
      </div>
    </Dialog>
  );
};

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Preferences } from '../../../electron/contract/index.ts';
import { Dialog } from '../../components/dialog.tsx';
import { MarkedWords } from '../../components/marked.tsx';
import { usePage } from '../../components/page-context.ts';
import { useSettingsMessages } from './use-settings-messages.ts';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import type { SettingsPlace } from '../../state/settings-places.ts';
import { findSettings } from '../../state/settings-search.ts';
import type { ShowView } from '../frame/view-name.ts';
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
import { ChangesOutcome, ProposalDialog, useSettingsChanges } from './settings-changes.tsx';
import { SettingsContextProvider } from './settings-context.ts';
import { SettingsNav } from './settings-nav.tsx';
import { goToPlace } from './settings-places.ts';
import { NoSettingFound, SettingsSearchField } from './settings-search-field.tsx';
import { SystemSection, hasNothingToChoose } from './system-section.tsx';
import { TransferSection } from './transfer-section.tsx';
import { UpdatesSection } from './updates-section.tsx';

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

const controls = 'select, input:not([hidden]), button, textarea, [tabindex="0"]';

/** Everything that can be chosen, in force as soon as it is. A section of its own file each. */
export const SettingsDialog = ({ place, close, show }: Properties) => {
  const { store } = usePage();
  const messages = useSettingsMessages();
  const { current, failure, load } = store.preferences;
  const system = useAnswer(() => store.ask('system-settings', null));
  const [text, setText] = useState('');
  /** Counts how often many settings changed at once: the sections read theirs anew. */
  const [edition, setEdition] = useState(0);
  const changes = useSettingsChanges(() => {
    setEdition((before) => before + 1);
    void system.reload();
  });
  const field = useRef<HTMLInputElement>(null);
  const sections = useRef<HTMLDivElement>(null);
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
  const found = findSettings(text, messages, absent);
  const search = (wanted: string): void => {
    setText(wanted);
    field.current?.focus();
  };
  const goToFirst = (): void => {
    const first = sections.current?.querySelector('.settings-section:not([hidden]) .found:not([hidden])');
    const control = first?.querySelector<HTMLElement>(controls);
    first?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  };
  useEffect(() => {
    const keyDown = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      // A question may stand before the settings.
      if (event.key !== '/' || isTyping || document.querySelectorAll('dialog[open]').length > 1) return;
      event.preventDefault();
      field.current?.select();
    };
    document.addEventListener('keydown', keyDown);
    return () => document.removeEventListener('keydown', keyDown);
  }, []);
  const context = {
    found,
    reset: (section: SettingsPlace | null) => void changes.reset(section),
    useFile: changes.useFile,
  };
  return (
    <Dialog title={messages.settings.title} size="wide" close={close}>
      <SettingsContextProvider value={context}>
        <MarkedWords value={found?.words ?? []}>
          <div>
            <div class="settings-top">
              <SettingsSearchField text={text} found={found} field={field} search={search} goToFirst={goToFirst} />
              <ChangesOutcome changes={changes} />
            </div>
            <div class="settings-layout">
              <SettingsNav absent={absent} />
              <div class="settings" ref={sections} key={edition}>
                {found?.items.size === 0 && <NoSettingFound clear={() => search('')} />}
                <NotificationSection
                  preferences={preferences}
                  playsSounds={system.answer.state === 'ready' && system.answer.value.playsSounds}
                />
                {preferences === null ? (
                  <>
                    <Unanswered answer={answer} words={messages.settings.reading} reload={load} />
                    <MutedSection />
                  </>
                ) : (
                  <Chosen preferences={preferences} />
                )}
                <SystemSection {...system} />
                <AccountSection show={show} />
                <HookSourceSection show={show} />
                <HistorySection />
                <UpdatesSection />
                <TransferSection />
                <HelpSection show={show} />
              </div>
            </div>
          </div>
        </MarkedWords>
      </SettingsContextProvider>
      {changes.proposal !== null && <ProposalDialog changes={changes} proposal={changes.proposal} />}
    </Dialog>
  );
};

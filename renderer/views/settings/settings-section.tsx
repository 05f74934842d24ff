import { RotateCcw } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../../components/icon.tsx';
import { Marked } from '../../components/marked.tsx';
import { usePage } from '../../components/page-context.ts';
import { useSettingsMessages } from './use-settings-messages.ts';
import { type SettingsPlace, resetsOf } from '../../state/settings-places.ts';
import { countIn } from '../../state/settings-search.ts';
import { useSettings } from './settings-context.ts';
import { headingId } from './settings-places.ts';

/** Settings that belong together, under their heading. */
export const SettingsSection = ({ place, children }: { place: SettingsPlace; children: ComponentChildren }) => {
  const { settings } = useSettingsMessages();
  const { found, reset } = useSettings();
  const canReset = resetsOf[place] !== undefined && usePage().store.preferences.current.value !== null;
  return (
    <section
      class="settings-section"
      aria-labelledby={headingId(place)}
      hidden={found !== null && countIn(place, found) === 0}
    >
      <div class="settings-section-head">
        <h3 class="settings-heading" id={headingId(place)} tabIndex={-1}>
          <Marked text={settings.places[place]} />
        </h3>
        {canReset && (
          <button
            type="button"
            class="text-button"
            aria-label={settings.reset.sectionOf(settings.places[place])}
            onClick={() => reset(place)}
          >
            <Icon icon={RotateCcw} size={12} />
            {settings.reset.section}
          </button>
        )}
      </div>
      {children}
    </section>
  );
};

import { Search, SearchX } from 'lucide';
import type { RefObject } from 'preact';
import { Icon } from '../../components/icon.tsx';
import { useSettingsMessages } from './use-settings-messages.ts';
import type { FoundSettings } from '../../state/settings-search.ts';

type Properties = {
  text: string;
  found: FoundSettings | null;
  field: RefObject<HTMLInputElement | null>;
  search: (text: string) => void;
  /** Goes to the first setting that is found. */
  goToFirst: () => void;
};

/** Finds settings as one types. Enter or the arrow down goes to the first, Escape clears before it closes. */
export const SettingsSearchField = ({ text, found, field, search, goToFirst }: Properties) => {
  const words = useSettingsMessages().settings.search;
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && text !== '') search('');
    else if ((event.key === 'Enter' || event.key === 'ArrowDown') && found !== null) goToFirst();
    else return;
    event.preventDefault();
  };
  return (
    <div class="settings-search">
      <Icon icon={Search} size={14} />
      <input
        type="search"
        class="field"
        ref={field}
        aria-label={words.label}
        placeholder={words.label}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => search(event.currentTarget.value)}
        onKeyDown={keyDown}
      />
      <p class="visually-hidden" role="status">
        {found === null ? '' : found.items.size === 0 ? words.nothing : words.found(found.items.size)}
      </p>
    </div>
  );
};

/** What stands where settings would, when none is found. */
export const NoSettingFound = ({ clear }: { clear: () => void }) => {
  const words = useSettingsMessages().settings.search;
  return (
    <div class="settings-empty">
      <Icon icon={SearchX} size={24} />
      <p class="setting-label">{words.nothing}</p>
      <p class="soft">{words.whatToDo}</p>
      <button type="button" class="button" onClick={clear}>
        {words.clear}
      </button>
    </div>
  );
};

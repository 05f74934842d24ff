import { Search, X } from 'lucide';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { ruleSubjects } from '../../../electron/contract/index.ts';
import { ChipSelect } from '../../components/chip-select.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { groupings } from '../../state/grouping.ts';
import { stepIntoList } from './step-into-list.ts';
import { useMessages } from '../../components/speech-context.ts';

/** The longest text that the app searches for. */
const mostCharacters = 200;

type Facet = { readonly id: string; readonly name: string; readonly count: number };
type FacetProperties = {
  label: string;
  anyWords: string;
  chosenWords: string;
  facets: readonly Facet[];
  chosen: string | null;
  choose: (id: string | null) => void;
};

const FacetSelect = ({ label, anyWords, chosenWords, facets, chosen, choose }: FacetProperties) => {
  const isKnown = chosen === null || facets.some(({ id }) => id === chosen);
  return (
    <ChipSelect
      label={label}
      value={chosen ?? ''}
      isSet={chosen !== null}
      choices={[
        { value: '', words: anyWords },
        ...(isKnown ? [] : [{ value: chosen, words: chosenWords }]),
        ...facets.map(({ id, name, count }) => ({ value: id, words: `${name} (${count})` })),
      ]}
      choose={(value) => choose(value === '' ? null : value)}
    />
  );
};

/** A part of the filter that is not chosen in a list: it came with what was clicked, and can only be taken off. */
const Part = ({ words, remove }: { words: string; remove: () => void }) => {
  const { showAllAgain } = useMessages().filters;
  return (
    <button type="button" class="chip" aria-pressed="true" onClick={remove}>
      {words}
      <span class="visually-hidden">{showAllAgain}</span>
      <Icon icon={X} size={12} />
    </button>
  );
};

const Chips = () => {
  const { changes, narrowing } = usePage().store;
  const words = useMessages().filters;
  const { projectId, personId, taskId, subject, notificationId } = changes.filter.value;
  const { narrow } = narrowing;
  const facets = narrowing.facets.value;
  return (
    <div class="chips" role="group" aria-label={words.label}>
      {notificationId !== null && (
        <Part words={words.fromNotification} remove={() => narrow({ notificationId: null })} />
      )}
      {taskId !== null && <Part words={words.oneTask} remove={() => narrow({ taskId: null })} />}
      <FacetSelect
        label={words.project}
        anyWords={words.anyProject}
        chosenWords={words.oneProject}
        facets={facets?.projects ?? []}
        chosen={projectId}
        choose={(id) => narrow({ projectId: id })}
      />
      <FacetSelect
        label={words.person}
        anyWords={words.anyone}
        chosenWords={words.onePerson}
        facets={facets?.people ?? []}
        chosen={personId}
        choose={(id) => narrow({ personId: id })}
      />
      <ChipSelect
        label={words.subject}
        value={subject ?? ''}
        isSet={subject !== null}
        choices={[
          { value: '', words: words.anySubject },
          ...ruleSubjects.map((value) => ({ value, words: words.subjects[value] })),
        ]}
        choose={(value) => narrow({ subject: ruleSubjects.find((known) => known === value) ?? null })}
      />
      <ChipSelect
        label={words.group}
        value={changes.grouping.value}
        isSet={changes.grouping.value !== 'day'}
        choices={groupings.map((value) => ({ value, words: words.groups[value] }))}
        choose={(value) => changes.group(groupings.find((known) => known === value) ?? 'day')}
      />
      {changes.isNarrowed.value && (
        <button type="button" class="text-button clear-button" onClick={narrowing.clear}>
          <Icon icon={X} size={14} />
          {words.clear}
        </button>
      )}
    </div>
  );
};

type Properties = {
  id: string;
  field: RefObject<HTMLInputElement | null>;
  /** A small window shows it only on demand. */
  isShown: boolean;
  close: () => void;
};

/** What narrows the list: words, a project, a person, a subject; and by what its rows stand together. */
export const SearchRow = ({ id, field, isShown, close }: Properties) => {
  const { store } = usePage();
  const words = useMessages().filters;
  const { changes, narrowing } = store;
  const isConnected = store.connection.value === 'connected';
  useEffect(() => {
    if (isConnected) void narrowing.loadFacets();
  }, [isConnected, isShown, narrowing]);
  const keyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // First empties the field, then leaves it.
      if (narrowing.text.value !== '') return narrowing.search('');
      close();
      stepIntoList(changes);
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      stepIntoList(changes);
    }
  };
  return (
    <div class={isShown ? 'search-row is-shown' : 'search-row'} id={id} role="search">
      <label class="search-field">
        <Icon icon={Search} size={14} />
        <span class="visually-hidden">{words.searchLabel}</span>
        <input
          type="search"
          class="field"
          ref={field}
          maxLength={mostCharacters}
          placeholder={words.search}
          autocomplete="off"
          spellcheck={false}
          value={narrowing.text.value}
          onInput={(event) => narrowing.search(event.currentTarget.value)}
          onKeyDown={keyDown}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <Chips />
    </div>
  );
};

import { useId, useState } from 'preact/hooks';
import type { Facets } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { useSettingsMessages } from './use-settings-messages.ts';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { ProjectSquare } from '../changes/project-square.tsx';

type Project = { readonly id: string; readonly name: string; readonly organization: string | null };
type ListProperties = {
  projects: readonly Project[];
  chosen: readonly string[];
  choose: (ids: readonly string[]) => void;
};

/** From so many on, one searches. */
const many = 9;

/** Those chosen first, as they stood when the view opened: nothing jumps under the pointer. */
const inOrder = (
  known: Facets['projects'],
  chosen: readonly string[],
  lostWords: (id: string) => string,
): readonly Project[] => {
  const lost = chosen
    .filter((id) => !known.some((project) => project.id === id))
    .map((id) => ({ id, name: lostWords(id), organization: null }));
  const isChosen = ({ id }: Project): boolean => chosen.includes(id);
  return [...known.filter(isChosen), ...lost, ...known.filter((project) => !isChosen(project))];
};

const ProjectList = ({ projects, chosen, choose }: ListProperties) => {
  const words = useSettingsMessages().settings.projects;
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const found = projects.filter(({ name, organization }) =>
    `${name} ${organization ?? ''}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <>
      {projects.length >= many && (
        <input
          type="search"
          class="field"
          aria-label={words.find}
          placeholder={words.find}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ul class="projects">
        {found.map(({ id, name, organization }) => (
          <li key={id}>
            <label class="project-choice">
              <input
                type="checkbox"
                class="radio"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  choose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
              />
              <ProjectSquare project={{ id, name }} />
              <span>
                {name}
                {organization !== null && <span class="soft"> {words.of(organization)}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="soft">{words.notFound}</p>}
    </>
  );
};

const Known = ({ facets, ...rest }: { facets: Facets } & Omit<ListProperties, 'projects'>) => {
  const words = useSettingsMessages().settings.projects;
  const [projects] = useState(() => inOrder(facets.projects, rest.chosen, words.lost));
  return projects.length === 0 ? <p class="soft">{words.none}</p> : <ProjectList projects={projects} {...rest} />;
};

type Properties = Omit<ListProperties, 'projects'> & { failure: string | null };

/** The projects of the column “Chosen”. */
export const ChosenProjects = ({ chosen, failure, choose }: Properties) => {
  const { store } = usePage();
  const { answer, reload } = useAnswer(() => store.ask('facets', null));
  const { items, projects } = useSettingsMessages().settings;
  const meaning = useId();
  return (
    <fieldset class="chosen-projects" aria-describedby={meaning}>
      <legend class="setting-label">{items.chosenProjects.label}</legend>
      <p class="soft" id={meaning}>
        {items.chosenProjects.meaning}
      </p>
      {failure !== null && (
        <p class="field-failure" role="alert">
          {failure}
        </p>
      )}
      {answer.state === 'ready' ? (
        <Known facets={answer.value} chosen={chosen} choose={choose} />
      ) : (
        <Unanswered answer={answer} words={projects.reading} reload={reload} />
      )}
    </fieldset>
  );
};

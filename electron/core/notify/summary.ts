import type { HostMessages } from '../../messages/en/index.ts';
import { cutAtWord, oneLine } from './plain-text.ts';
import type { Sentence } from './sentence.ts';
import { type ProjectTally, type Tally, countOf, kindsOf } from './tally.ts';

/** Why many changes are told at once. */
export type Occasion = 'burst' | 'away' | 'quiet' | 'paused' | 'gone' | 'snoozed';

const titleLength = 120;
const bodyLength = 200;
const nameLength = 60;

const shortName = (name: string): string => cutAtWord(oneLine(name), nameLength);

const kindsIn = (project: ProjectTally, { summaries }: HostMessages): string =>
  kindsOf(project)
    .map(([kind, count]) => summaries.counts[kind](count))
    .join(', ');

const placesIn = (projects: readonly ProjectTally[], { summaries }: HostMessages): string =>
  projects
    .map((project) => ({ name: project.key === null ? summaries.elsewhere : project.name, count: countOf(project) }))
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => `${shortName(name)} ${count}`)
    .join(', ');

const titleOf = (occasion: Occasion, { projects }: Tally, count: number, { summaries }: HostMessages): string => {
  if (occasion !== 'burst') return summaries.titles[occasion](count);
  const [project, ...others] = projects;
  if (project === undefined || others.length > 0) return summaries.inProjects(count, projects.length);
  return summaries.inProject(count, project.key === null ? null : shortName(project.name));
};

const total = ({ projects }: Tally): number => projects.reduce((sum, each) => sum + countOf(each), 0);

/** The same for everybody to read who sees the screen. */
export const discreetSummaryOf = (tally: Tally, { summaries }: HostMessages): Sentence => ({
  title: summaries.discreetChanges(total(tally)),
  body: summaries.discreetBody,
});

/**
 * What is said of many changes at once: how many, and where; of a burst in one project, what was done there. What was meant
 * for the user comes first.
 */
export const summaryOf = (tally: Tally, occasion: Occasion, messages: HostMessages): Sentence => {
  const { projects, highlights } = tally;
  const [project] = projects;
  const counts =
    occasion === 'burst' && projects.length === 1 && project !== undefined
      ? kindsIn(project, messages)
      : placesIn(projects, messages);
  const parts = [...highlights.map(({ words }) => words), counts];
  if (occasion === 'gone') parts.push(messages.changes.goneMeaning);
  return {
    title: cutAtWord(titleOf(occasion, tally, total(tally), messages), titleLength),
    body: cutAtWord(oneLine(parts.join(' · ')), bodyLength),
  };
};

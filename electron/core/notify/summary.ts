import { cutAtWord, oneLine } from './plain-text.ts';
import type { Sentence } from './sentence.ts';
import { type ProjectTally, type Tally, type TallyKind, countOf, kindsOf } from './tally.ts';

/** Why many changes are told at once. */
export type Occasion = 'burst' | 'away' | 'quiet' | 'paused' | 'gone' | 'snoozed';

const titleLength = 120;
const bodyLength = 200;
const nameLength = 60;

/** How one is counted, and several. */
const kindWords: Readonly<Record<TallyKind, readonly [string, string]>> = {
  mention: ['mention of you', 'mentions of you'],
  'assigned-to-me': ['assigned to you', 'assigned to you'],
  'taken-from-me': ['taken from you', 'taken from you'],
  assigned: ['assigned to others', 'assigned to others'],
  resolved: ['resolved', 'resolved'],
  rejected: ['rejected', 'rejected'],
  reopened: ['reopened', 'reopened'],
  'on-hold': ['put on hold', 'put on hold'],
  'due-date': ['due date', 'due dates'],
  comment: ['comment', 'comments'],
  renamed: ['renamed', 'renamed'],
  urgent: ['marked urgent', 'marked urgent'],
  moved: ['moved', 'moved'],
  created: ['created', 'created'],
  gone: ['gone', 'gone'],
  other: ['changed', 'changed'],
};

const kindsIn = (project: ProjectTally): string =>
  kindsOf(project)
    .map(([kind, count]) => `${count} ${kindWords[kind][count === 1 ? 0 : 1]}`)
    .join(', ');

const shortName = (name: string): string => cutAtWord(oneLine(name), nameLength);

const placesIn = (projects: readonly ProjectTally[]): string =>
  projects
    .map((project) => [project.name, countOf(project)] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${shortName(name)} ${count}`)
    .join(', ');

const titleOf = (occasion: Occasion, { projects }: Tally, count: number): string => {
  const [project] = projects;
  switch (occasion) {
    case 'burst':
      return projects.length === 1 && project !== undefined
        ? `${count} changes in ${project.key === null ? 'another project' : shortName(project.name)}`
        : `${count} changes in ${projects.length} projects`;
    case 'away':
      return `${count} changes while you were away`;
    case 'quiet':
      return `${count} changes while it was quiet`;
    case 'paused':
      return `${count} changes while paused`;
    case 'gone':
      return `${count} tasks are gone`;
    case 'snoozed':
      return `${count} snoozed changes`;
  }
};

const total = ({ projects }: Tally): number => projects.reduce((sum, each) => sum + countOf(each), 0);

/** The same for everybody to read who sees the screen. */
export const discreetSummaryOf = (tally: Tally): Sentence => ({
  title: `${total(tally)} changes`,
  body: 'Click to see what changed',
});

/**
 * What is said of many changes at once: how many, and where; of a burst in one project, what was done there. What was meant
 * for the user comes first.
 */
export const summaryOf = (tally: Tally, occasion: Occasion): Sentence => {
  const { projects, highlights } = tally;
  const [project] = projects;
  const counts =
    occasion === 'burst' && projects.length === 1 && project !== undefined ? kindsIn(project) : placesIn(projects);
  const parts = [...highlights.map(({ words }) => words), counts];
  if (occasion === 'gone') parts.push('deleted, or no longer visible to you');
  return {
    title: cutAtWord(titleOf(occasion, tally, total(tally)), titleLength),
    body: cutAtWord(oneLine(parts.join(' · ')), bodyLength),
  };
};

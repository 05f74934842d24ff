import type { Decided } from './ledger.ts';
import { type About, type Standing, isAboutTask, writeAbout } from './replacing.ts';
import { projectKey } from './tally.ts';

/** The changes of one task that are to be told, in order; there is at least one. */
export type TaskNews = {
  readonly accountId: string;
  readonly taskId: string;
  readonly projectKey: string | null;
  readonly decided: readonly Decided[];
};

/** A notification to raise: what it is about, what it tells for the first time, and what it takes the place of, in order. */
export type Planned = {
  readonly about: About;
  readonly news: readonly TaskNews[];
  readonly replaces: readonly Standing[];
};

/** What the plan depends on. Moments are ms since 1970. */
export type Screen = {
  /** What stands of the last `burstTime`, in order. */
  readonly recent: readonly Standing[];
  /** How many notifications of that time tell of one task, and took the place of none. */
  readonly freshCount: number;
  /** The notification about this task that a new change takes the place of, also an older one. */
  readonly ofTask: (news: Pick<TaskNews, 'accountId' | 'taskId'>) => Standing | null;
};

/** What comes within this time (ms) is one burst; it is over once nothing came for as long. */
export const burstTime = 10_000;
/** More notifications than this in that time are told together. */
const apartAtMost = 4;
/** From so many projects on, one notification tells of all. */
const projectsTogetherFrom = 3;

/** Whether it counts to a project; a task that was moved counts where it is. */
const isOf = (standing: Standing, key: string | null): boolean =>
  isAboutTask(standing)
    ? standing.tally.projects.at(-1)?.key === key
    : standing.about === writeAbout({ kind: 'project', key });

/** Puts changes together by task, in the order in which each came first. */
export const newsByTask = (decided: readonly Decided[]): readonly TaskNews[] => {
  const tasks = new Map<string, TaskNews & { readonly decided: Decided[] }>();
  for (const each of decided) {
    const { accountId, taskId } = each.change;
    const key = `${accountId}/${taskId}`;
    const news = tasks.get(key);
    if (news === undefined) tasks.set(key, { accountId, taskId, projectKey: projectKey(each.change), decided: [each] });
    else news.decided.push(each);
  }
  return [...tasks.values()];
};

/**
 * Which notifications to raise for what is new. Each task gets its own, in the place of its last one; but more than 4 within
 * 10 s become one for each project, and from a third project on one for all.
 */
export const planNotifications = (
  news: readonly TaskNews[],
  { recent, freshCount, ofTask }: Screen,
): readonly Planned[] => {
  const alone = (each: TaskNews): Planned => {
    const standing = ofTask(each);
    return {
      about: { kind: 'task', accountId: each.accountId, taskId: each.taskId },
      news: [each],
      replaces: standing === null ? [] : [standing],
    };
  };
  const isOpen = recent.some((each) => !isAboutTask(each));
  const fresh = news.filter((each) => ofTask(each) === null).length;
  if (!isOpen && freshCount + fresh <= apartAtMost) return news.map(alone);

  const isForAll = recent.some(({ about }) => about === writeAbout({ kind: 'projects' }));
  const keys = new Set([
    ...recent.flatMap(({ tally }) => tally.projects.map(({ key }) => key)),
    ...news.map((each) => each.projectKey),
  ]);
  if (isForAll || keys.size >= projectsTogetherFrom) return [{ about: { kind: 'projects' }, news, replaces: recent }];

  return [...new Set(news.map((each) => each.projectKey))].map((key): Planned => {
    const here = news.filter((each) => each.projectKey === key);
    const replaces = recent.filter((each) => isOf(each, key));
    const tasks = new Set([
      ...replaces.map(({ about }) => about),
      ...here.map(({ accountId, taskId }) => writeAbout({ kind: 'task', accountId, taskId })),
    ]);
    const [only] = here;
    // One task needs no summary.
    if (tasks.size === 1 && only !== undefined && replaces.every(isAboutTask)) return alone(only);
    return { about: { kind: 'project', key }, news: here, replaces };
  });
};

import { describe, expect, it } from 'vitest';
import { type Planned, newsByTask, planNotifications } from '../../../electron/core/notify/burst.ts';
import { type About, type Standing, writeAbout } from '../../../electron/core/notify/replacing.ts';
import { tallyOf } from '../../../electron/core/notify/tally.ts';
import { aChange } from '../../fakes/change.ts';
import { readingAt } from '../../fakes/reading.ts';

const now = Date.UTC(2026, 10, 23, 9);
const told = { kind: 'notified', reason: 'watched-by-you' } as const;

/** A change of a task in a project: `A1` is task 1 in project A. */
const changeOf = (name: string) =>
  aChange({ project: { id: name.slice(0, 1), name: `Project ${name.slice(0, 1)}` } }, { taskId: name });
const news = (...names: readonly string[]) =>
  newsByTask(names.map((name) => ({ change: changeOf(name), decision: told })));

const taskOf = (name: string): About => ({ kind: 'task', accountId: '1', taskId: name });
const projectOf = (name: string): About => ({ kind: 'project', key: `1/${name}` });
const standing = (about: About, ...names: readonly string[]): Standing => ({
  id: names.join('+'),
  about: writeAbout(about),
  tally: tallyOf(names.map(changeOf), readingAt(now)),
  claimedAt: now,
});

/** In words: what it is about, the tasks that are new, and what it takes the place of. */
const inWords = ({ about, news: fresh, replaces }: Planned): string =>
  [
    writeAbout(about).replace('task/1/', '').replace('project/1/', 'project '),
    fresh.map(({ taskId }) => taskId).join('+'),
    ...replaces.map(({ id }) => `replaces ${id}`),
  ].join(' | ');

type Case = {
  readonly what: string;
  /** The tasks that have a notification by themselves, those of the last 10 s. */
  readonly alone?: readonly string[];
  /** The summaries of the last 10 s. */
  readonly summaries?: readonly Standing[];
  /** Tasks with an older notification. */
  readonly older?: readonly string[];
  readonly fresh: readonly string[];
  readonly planned: readonly string[];
};

const cases: readonly Case[] = [
  {
    what: 'a few are told apart',
    fresh: ['A1', 'A2', 'B1', 'C1'],
    planned: ['A1 | A1', 'A2 | A2', 'B1 | B1', 'C1 | C1'],
  },
  { what: 'changes of one task are one notification', fresh: ['A1', 'B1', 'A1'], planned: ['A1 | A1', 'B1 | B1'] },
  {
    what: 'a task that was told takes the place of its notification',
    older: ['A1'],
    fresh: ['A1'],
    planned: ['A1 | A1 | replaces A1'],
  },
  {
    what: 'what takes the place of another does not count',
    alone: ['A1', 'A2', 'A3', 'A4'],
    fresh: ['A2'],
    planned: ['A2 | A2 | replaces A2'],
  },
  {
    what: 'the fifth in one project makes a summary of all five',
    alone: ['A1', 'A2', 'A3', 'A4'],
    fresh: ['A5'],
    planned: ['project A | A5 | replaces A1 | replaces A2 | replaces A3 | replaces A4'],
  },
  {
    what: 'five at once make a summary at once',
    fresh: ['A1', 'A2', 'A3', 'A4', 'A5'],
    planned: ['project A | A1+A2+A3+A4+A5'],
  },
  {
    what: 'each project has its own',
    fresh: ['A1', 'A2', 'B1', 'B2', 'B3'],
    planned: ['project A | A1+A2', 'project B | B1+B2+B3'],
  },
  {
    what: 'a project with a single task needs no summary',
    alone: ['A1', 'A2', 'A3', 'A4'],
    fresh: ['B1'],
    planned: ['B1 | B1'],
  },
  {
    what: 'nor does one whose single task changes again',
    alone: ['A1', 'A2', 'A3', 'A4', 'B1'],
    fresh: ['B1', 'A5'],
    planned: ['B1 | B1 | replaces B1', 'project A | A5 | replaces A1 | replaces A2 | replaces A3 | replaces A4'],
  },
  {
    what: 'a summary grows',
    summaries: [standing(projectOf('A'), 'A1', 'A2')],
    fresh: ['A3'],
    planned: ['project A | A3 | replaces A1+A2'],
  },
  {
    what: 'and takes in a task that has an older notification',
    summaries: [standing(projectOf('A'), 'A1', 'A2')],
    older: ['A9'],
    fresh: ['A9'],
    planned: ['project A | A9 | replaces A1+A2'],
  },
  {
    what: 'a third project makes one for all',
    alone: ['C1'],
    summaries: [standing(projectOf('A'), 'A1', 'A2'), standing(projectOf('B'), 'B1', 'B2')],
    fresh: ['A3'],
    planned: ['projects | A3 | replaces C1 | replaces A1+A2 | replaces B1+B2'],
  },
  {
    what: 'three projects at once, too',
    fresh: ['A1', 'A2', 'B1', 'B2', 'C1'],
    planned: ['projects | A1+A2+B1+B2+C1'],
  },
  {
    what: 'the one for all grows whatever comes',
    summaries: [standing({ kind: 'projects' }, 'A1', 'B1', 'C1')],
    fresh: ['A2'],
    planned: ['projects | A2 | replaces A1+B1+C1'],
  },
];

describe('which notifications are raised', () => {
  it.each(cases)('$what', ({ alone = [], summaries = [], older = [], fresh, planned }) => {
    const own = new Map([...alone, ...older].map((name) => [name, standing(taskOf(name), name)]));
    const screen = {
      recent: [...alone.flatMap((name) => own.get(name) ?? []), ...summaries],
      freshCount: alone.length,
      ofTask: ({ taskId }: { readonly taskId: string }) => own.get(taskId) ?? null,
    };
    expect(planNotifications(news(...fresh), screen).map(inWords)).toEqual(planned);
  });
});

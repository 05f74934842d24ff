import type { Change } from '../changes/change.ts';
import type { Clock } from '../clock.ts';
import type { Reading } from '../reading.ts';
import { type Planned, type TaskNews, burstTime, newsByTask, planNotifications } from './burst.ts';
import type { ClaimText, Decided, Ledger } from './ledger.ts';
import { mergedSentence } from './merged-sentence.ts';
import type { NotificationText } from './notifier.ts';
import { discreetWords } from './presenting.ts';
import type { Raising } from './raising.ts';
import { type Replacing, type Standing, isAboutTask } from './replacing.ts';
import { type Occasion, discreetSummaryOf, summaryOf } from './summary.ts';
import { type Tally, addTallies, tallyOf } from './tally.ts';

export type NewsPorts = {
  readonly clock: Clock;
  readonly reading: () => Reading;
  readonly ledger: Pick<Ledger, 'claim'>;
  readonly raising: Pick<Raising, 'raise'>;
  readonly replacing: Replacing;
  /** What a notification of this change offers to do to its task. */
  readonly actionsOf: (change: Change) => NotificationText['actions'];
};

/** Claims and raises the notifications of changes that are to be told. */
export type TellNews = {
  /**
   * Tells each task by itself, unless it is a burst. A summary on the screen is left alone for `summaryRest` ms: answers with
   * what is left of them; then nothing was claimed.
   */
  readonly apart: (told: readonly Decided[], summaryRest: number) => number | null;
  /** Tells one task, whatever else is on the screen. */
  readonly ofTask: (news: TaskNews) => void;
  /** Tells all in one notification. */
  readonly together: (told: readonly Decided[], occasion: Occasion) => void;
};

/** The last notification of a task is replaced for so long. */
const replacedFor = 10 * 60_000;

const changesOf = (decided: readonly Decided[]): readonly Change[] => decided.map(({ change }) => change);
const decidedIn = ({ news }: Planned): readonly Decided[] => news.flatMap(({ decided }) => decided);

/** The words of one notification for many changes. */
export const summaryText = (
  tally: Tally,
  occasion: Occasion,
  replaces: string | null,
  { messages }: Reading,
): ClaimText => ({
  replaces,
  url: null,
  actions: [],
  ...summaryOf(tally, occasion, messages),
  discreet: discreetSummaryOf(tally, messages),
});

/** Makes the part that puts news into notifications. */
export const createTellNews = ({ clock, reading, ledger, raising, replacing, actionsOf }: NewsPorts): TellNews => {
  const standingOf = ({ accountId, taskId }: Pick<TaskNews, 'accountId' | 'taskId'>): Standing | null =>
    replacing.ofTask(accountId, taskId, clock.now() - replacedFor, clock.now());

  const tellTask = (planned: Planned): void => {
    const { about, replaces } = planned;
    const [standing] = replaces;
    const decided = decidedIn(planned);
    const changes = [...(standing === undefined ? [] : replacing.unreadOf(standing.id)), ...changesOf(decided)];
    const newest = changes.at(-1);
    if (newest === undefined) return;
    const text: ClaimText = {
      replaces: standing?.id ?? null,
      url: newest.account.url,
      actions: actionsOf(newest),
      ...mergedSentence(changes, reading()),
      discreet: discreetWords(1, reading().messages),
    };
    raising.raise(ledger.claim(decided, text, { about, tally: tallyOf(changes, reading()), alsoReplaces: [] }));
  };

  const tellBurst = (planned: Planned): void => {
    const { about, replaces } = planned;
    const decided = decidedIn(planned);
    const tally = addTallies([...replaces.map((each) => each.tally), tallyOf(changesOf(decided), reading())]);
    const replaced = replaces.filter((each) => !isAboutTask(each)).at(-1) ?? replaces.at(-1);
    const alsoReplaces = replaces.filter((each) => each !== replaced).map(({ id }) => id);
    const text = summaryText(tally, 'burst', replaced?.id ?? null, reading());
    raising.raise(ledger.claim(decided, text, { about, tally, alsoReplaces }), alsoReplaces);
  };

  return {
    apart: (told, summaryRest) => {
      const now = clock.now();
      const recent = replacing.recent(now - burstTime, now);
      const summedUp = recent.filter((each) => !isAboutTask(each)).map(({ claimedAt }) => now - claimedAt);
      const rest = summaryRest - Math.min(...summedUp);
      if (rest > 0) return rest;
      const freshCount = replacing.countFresh(now - burstTime, now);
      for (const planned of planNotifications(newsByTask(told), { recent, freshCount, ofTask: standingOf })) {
        if (planned.about.kind === 'task') tellTask(planned);
        else tellBurst(planned);
      }
      return null;
    },
    ofTask: (news) => {
      const { accountId, taskId } = news;
      const standing = standingOf(news);
      tellTask({
        about: { kind: 'task', accountId, taskId },
        news: [news],
        replaces: standing === null ? [] : [standing],
      });
    },
    together: (told, occasion) =>
      raising.raise(ledger.claim(told, summaryText(tallyOf(changesOf(told), reading()), occasion, null, reading()))),
  };
};

import type { Change } from '../changes/change.ts';
import type { Reading } from '../reading.ts';
import type { Ledger } from './ledger.ts';
import { cutAtWord } from './plain-text.ts';
import { discreetWords } from './presenting.ts';
import type { Raising } from './raising.ts';
import { sentenceOf } from './sentence.ts';
import type { Snoozes } from './snooze.ts';
import { tallyOf } from './tally.ts';
import { type NewsPorts, summaryText } from './tell-news.ts';

export type SnoozedPorts = Pick<NewsPorts, 'actionsOf'> & {
  readonly reading: () => Reading;
  readonly ledger: Pick<Ledger, 'claimAgain'>;
  readonly raising: Pick<Raising, 'raise'>;
  readonly snoozes: Pick<Snoozes, 'due' | 'take'>;
  readonly change: (id: string) => Change | null;
  /** Whether what it is about was muted since it was snoozed, and still is. */
  readonly isSilenced: (change: Change) => boolean;
  /** Rows and counts have changed. */
  readonly onDecided: (changeIds: readonly string[]) => void;
};

/** From so many on, as after sleep, they are told together. */
const summaryFrom = 4;
const bodyLength = 200;

/**
 * Makes what tells the snoozed changes whose time has come: each in a new notification of its own, and unread again. What was
 * muted after it was snoozed stays silent, as the last wish counts.
 */
export const createTellSnoozed = (ports: SnoozedPorts): (() => void) => {
  const { reading, ledger, raising, snoozes, change, actionsOf, isSilenced, onDecided } = ports;

  const tellOne = (snoozed: Change): void => {
    const now = reading();
    const { title, body } = sentenceOf(snoozed, now);
    const text = {
      replaces: null,
      title,
      body: cutAtWord(now.messages.summaries.snoozed(body), bodyLength),
      url: snoozed.account.url,
      actions: actionsOf(snoozed),
      discreet: discreetWords(1, now.messages),
    };
    raising.raise(ledger.claimAgain([snoozed.id], text, () => snoozes.take([snoozed.id])));
  };

  return () => {
    const due = snoozes.due();
    if (due.length === 0) return;
    const changes = due.flatMap((id) => change(id) ?? []);
    const told = changes.filter((each) => !isSilenced(each));
    const ids = told.map(({ id }) => id);
    const silent = due.filter((id) => !ids.includes(id));
    if (silent.length > 0) snoozes.take(silent);
    if (told.length >= summaryFrom) {
      const text = summaryText(tallyOf(told, reading()), 'snoozed', null, reading());
      raising.raise(ledger.claimAgain(ids, text, () => snoozes.take(ids)));
    } else for (const each of told) tellOne(each);
    onDecided(due);
  };
};

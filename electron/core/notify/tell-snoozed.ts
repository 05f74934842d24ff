import type { Change } from '../changes/change.ts';
import type { Clock } from '../clock.ts';
import type { Ledger } from './ledger.ts';
import { cutAtWord } from './plain-text.ts';
import { discreetWords } from './presenting.ts';
import type { Raising } from './raising.ts';
import { sentenceOf } from './sentence.ts';
import type { Snoozes } from './snooze.ts';
import { tallyOf } from './tally.ts';
import { type NewsPorts, summaryText } from './tell-news.ts';

export type SnoozedPorts = Pick<NewsPorts, 'actionsOf'> & {
  readonly clock: Clock;
  readonly ledger: Pick<Ledger, 'claimAgain'>;
  readonly raising: Pick<Raising, 'raise'>;
  readonly snoozes: Pick<Snoozes, 'due' | 'take'>;
  readonly change: (id: string) => Change | null;
  /** Rows and counts have changed. */
  readonly onDecided: (changeIds: readonly string[]) => void;
};

/** From so many on, as after sleep, they are told together. */
const summaryFrom = 4;
const bodyLength = 200;

/** Makes what tells the snoozed changes whose time has come: each in a new notification of its own, and unread again. */
export const createTellSnoozed = (ports: SnoozedPorts): (() => void) => {
  const { clock, ledger, raising, snoozes, change, actionsOf, onDecided } = ports;

  const tellOne = (snoozed: Change): void => {
    const { title, body } = sentenceOf(snoozed, clock.now());
    const text = {
      replaces: null,
      title,
      body: cutAtWord(`Snoozed · ${body}`, bodyLength),
      url: snoozed.account.url,
      actions: actionsOf(snoozed),
      discreet: discreetWords(1),
    };
    raising.raise(ledger.claimAgain([snoozed.id], text, () => snoozes.take([snoozed.id])));
  };

  return () => {
    const due = snoozes.due();
    if (due.length === 0) return;
    const changes = due.flatMap((id) => change(id) ?? []);
    if (changes.length >= summaryFrom)
      raising.raise(
        ledger.claimAgain(due, summaryText(tallyOf(changes, clock.now()), 'snoozed', null), () => snoozes.take(due)),
      );
    else for (const each of changes) tellOne(each);
    onDecided(due);
  };
};

import * as v from 'valibot';
import type { Change } from '../changes/change.ts';
import type { OutageKind } from '../changes/outage.ts';
import type { Clock } from '../clock.ts';
import type { Kept } from '../database/kept.ts';
import type { Report } from '../operator/line.ts';
import type { Reading } from '../reading.ts';
import { newsByTask } from './burst.ts';
import { cancelOut } from './held-back.ts';
import type { Decided, Ledger } from './ledger.ts';
import type { NotificationText, NotificationWords } from './notifier.ts';
import type { Raising } from './raising.ts';
import { type RuleSituation, decide, isHeldBack } from './rules.ts';
import type { Occasion } from './summary.ts';
import type { TellNews } from './tell-news.ts';

/**
 * Hooks up to this journal id are told together, once all are settled. After an `outage` that the user was told of, all of
 * them; after an `absence` (sleep, hooks lost), what is old, if it is more than a few.
 */
export const backlogSchema = v.object({
  throughHookId: v.string(),
  kind: v.optional(v.picklist(['outage', 'absence']), 'outage'),
});
export type Backlog = v.InferOutput<typeof backlogSchema>;

/** An outage that could not be told at its time, as nothing was to be shown. */
export const outageNoteSchema = v.object({ kind: v.picklist(['signed-out', 'unavailable']), isWaiting: v.boolean() });
export type OutageNote = v.InferOutput<typeof outageNoteSchema>;

/** Something to tell that may wait until nothing is held back; what `record` writes is committed with the claim. */
export type Note = { readonly text: PlainText; readonly record: () => void };

export type AnnouncerPorts = {
  readonly clock: Clock;
  readonly reading: () => Reading;
  readonly ledger: Ledger;
  readonly raising: Pick<Raising, 'raise'>;
  readonly news: TellNews;
  /** Tells the snoozed changes that are due. */
  readonly tellSnoozed: () => void;
  readonly isSnoozeDue: () => boolean;
  readonly backlog: Kept<Backlog>;
  readonly outageNote: Kept<OutageNote>;
  /** What else waits to be told, as far as it is still true; null for nothing. */
  readonly note: () => Note | null;
  /** Changes without a decision, oldest first. */
  readonly undecided: () => readonly Change[];
  /** What was held back and not told since, oldest first. */
  readonly heldBack: () => readonly Decided[];
  /** Whether a hook up to this id still waits to be settled. */
  readonly waitsThrough: (hookId: string) => boolean;
  /** Whether tasks are being looked at that may all be gone, which is told together. */
  readonly isSweeping: () => boolean;
  /** What the rules look at, as it is at that moment. */
  readonly situation: () => RuleSituation;
  readonly report: Report;
  /** Decisions are on disk: rows and counts may have changed. */
  readonly onDecided: (changeIds: readonly string[]) => void;
};

/** What is told that is no change. */
export type PlainText = Pick<NotificationText, 'title' | 'body'> & Partial<Pick<NotificationText, 'url' | 'discreet'>>;

/** Tells the user. It works from what is on disk, so that a kill at any moment loses no change and repeats no notification. */
export type Announcer = {
  /**
   * Decides every change that has no decision yet, and tells what may be told again. Answers after how many ms there is more
   * to do; null when that is only once something happens.
   */
  announce(): number | null;
  /** Whether changes may be held back as the system is not to be disturbed: nobody tells when that is over. */
  readonly holdsForSystem: () => boolean;
  /** `isWaiting`: there are hooks that could not be read; without any, only being signed out is worth telling. */
  readonly announceOutage: (kind: OutageKind, isWaiting: boolean) => void;
  /**
   * Tells something that is no change of a task; a click opens its page, or the window without one. What `record` writes is
   * committed with the claim.
   */
  readonly tell: (text: PlainText, record: () => void) => void;
};

const outageText = ({ kind, isWaiting }: OutageNote, { messages: { outage } }: Reading): NotificationWords => {
  if (kind === 'unavailable') return { title: outage.unavailable, body: outage.unavailableBody };
  return isWaiting
    ? { title: outage.signedOut, body: outage.signedOutBody }
    : { title: outage.signIn, body: outage.signInBody };
};

/** What happened longer ago than this is old when it comes to light. */
const freshTime = 10 * 60_000;
/** From so many notifications on there is one summary instead. */
const summaryFrom = 4;
/** The user was promised a summary; only a single task is told by itself. */
const outageSummaryFrom = 2;
/** A summary on the screen is not replaced more often than this, but in a storm. */
const summaryRest = 1_000;
/** So many are decided in one go, the others a little later: nothing else runs meanwhile. */
const decidedAtOnce = 300;
const stormRest = 200;

/** Found missing by the sweep: when it went is not known. */
const isVanished = ({ kind, source }: Change): boolean => kind === 'gone' && source === 'catch-up';

/** The soonest of two. */
const sooner = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

/** Makes the announcer. */
export const createAnnouncer = (ports: AnnouncerPorts): Announcer => {
  const { clock, reading, ledger, raising, news, backlog, outageNote, situation, report } = ports;
  /** Whether there may be changes that were held back; a run before this one may have left some. */
  let mayHold = true;

  const isHolding = (): boolean => {
    const { isPaused, isQuiet, isDoNotDisturb } = situation();
    return isPaused || isQuiet || isDoNotDisturb;
  };

  const skip = (skipped: readonly Decided[]): void => {
    if (skipped.length === 0) return;
    ledger.skip(skipped);
    if (skipped.some(({ decision }) => isHeldBack(decision))) mayHold = true;
    for (const { change, decision } of skipped)
      report({ event: 'skipped', changeId: change.id, reason: decision.reason }, clock.now());
    ports.onDecided(skipped.map(({ change }) => change.id));
  };

  /**
   * Decides changes and tells those that are to be told: from so many tasks on, those that belong together in one
   * notification. Answers after how many ms those can be told that cannot be yet; they stay undecided.
   */
  const handle = (
    changes: readonly Change[],
    together: { readonly from: number; readonly occasion: Occasion } | null,
    leaveAlone = summaryRest,
  ): number | null => {
    if (changes.length === 0) return null;
    const now = situation();
    const decided = cancelOut(changes.map((change) => ({ change, decision: decide(change, now) })));
    skip(decided.filter(({ decision }) => decision.kind === 'skipped'));
    const told = decided.filter(({ decision }) => decision.kind === 'notified');
    if (told.length === 0) return null;
    if (together !== null && newsByTask(told).length >= together.from) {
      const isGone = told.every(({ change }) => change.kind === 'gone');
      news.together(told, isGone ? 'gone' : together.occasion);
    } else {
      const rest = news.apart(told, leaveAlone);
      if (rest !== null) return rest;
    }
    ports.onDecided(told.map(({ change }) => change.id));
    return null;
  };
  const handleSome = (changes: readonly Change[]): number | null => {
    const isStorm = changes.length > decidedAtOnce;
    const rest = handle(changes.slice(0, decidedAtOnce), null, isStorm ? stormRest : summaryRest);
    return isStorm ? (rest ?? stormRest) : rest;
  };

  const handleBacklog = ({ throughHookId, kind }: Backlog, changes: readonly Change[]): number | null => {
    const isHeld = ({ lastHookId, happenedAt }: Change): boolean =>
      lastHookId !== null &&
      lastHookId <= Number(throughHookId) &&
      (kind === 'outage' || clock.now() - happenedAt > freshTime);
    const held = changes.filter(isHeld);
    const rest = handleSome(changes.filter((change) => !isHeld(change)));
    if (ports.waitsThrough(throughHookId))
      // Many are not read again for each that is added to them.
      return held.length > decidedAtOnce ? sooner(rest, summaryRest) : rest;
    const heldRest = handle(held, { from: kind === 'outage' ? outageSummaryFrom : summaryFrom, occasion: 'away' });
    if (heldRest === null) backlog.write(null);
    return sooner(rest, heldRest);
  };

  const tell = ({ title, body, url = null, discreet }: PlainText, record: () => void): void =>
    raising.raise(ledger.claimPlain({ title, body, url, discreet }, record));
  const tellOutage = (outage: OutageNote): void => tell(outageText(outage, reading()), () => outageNote.write(null));

  const tellHeldBack = (): void => {
    const decided = cancelOut(ports.heldBack());
    skip(decided.filter(({ decision }) => !isHeldBack(decision)));
    const told = decided.filter(({ decision }) => isHeldBack(decision));
    const [only, ...others] = newsByTask(told);
    if (only !== undefined && others.length === 0) news.ofTask(only);
    if (others.length > 0)
      news.together(told, told.every(({ decision }) => decision.reason === 'paused') ? 'paused' : 'quiet');
    mayHold = false;
    ports.onDecided(told.map(({ change }) => change.id));
  };

  return {
    announce: () => {
      if (!isHolding()) {
        const outage = outageNote.read();
        if (outage !== null) tellOutage(outage);
        const note = ports.note();
        if (note !== null) tell(note.text, note.record);
        if (mayHold) tellHeldBack();
        ports.tellSnoozed();
      }
      const changes = ports.undecided();
      const held = backlog.read();
      const vanished = changes.filter(isVanished);
      const others = changes.filter((change) => !isVanished(change));
      const rest = held === null ? handleSome(others) : handleBacklog(held, others);
      if (ports.isSweeping()) return rest;
      return sooner(rest, handle(vanished, { from: summaryFrom, occasion: 'gone' }));
    },
    holdsForSystem: () =>
      situation().isDoNotDisturb &&
      (mayHold || ports.isSnoozeDue() || outageNote.read() !== null || ports.note() !== null),
    announceOutage: (kind, isWaiting) => {
      if (isHolding()) outageNote.write({ kind, isWaiting });
      else tellOutage({ kind, isWaiting });
    },
    tell,
  };
};

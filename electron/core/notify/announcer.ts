import * as v from 'valibot';
import type { Change } from '../changes/change.ts';
import type { OutageKind } from '../changes/outage.ts';
import type { Clock } from '../clock.ts';
import type { Kept } from '../database/kept.ts';
import type { Log } from '../log.ts';
import type { Report } from '../operator/line.ts';
import type { Decided, Ledger } from './ledger.ts';
import type { NotificationText, Notifier } from './notifier.ts';
import { decide } from './rules.ts';
import { sentenceOf } from './sentence.ts';
import { summaryOf } from './summary.ts';

/** Hooks up to this journal id waited out an outage: their changes are told together, once all are settled. */
export const backlogSchema = v.object({ throughHookId: v.string() });
export type Backlog = v.InferOutput<typeof backlogSchema>;

export type AnnouncerPorts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly ledger: Ledger;
  readonly notifier: Notifier;
  readonly backlog: Kept<Backlog>;
  /** Changes without a decision, oldest first. */
  readonly undecided: () => readonly Change[];
  /** Whether a hook up to this id still waits to be settled. */
  readonly waitsThrough: (hookId: string) => boolean;
  readonly isPaused: () => boolean;
  readonly report: Report;
  /** Decisions are on disk: rows and counts may have changed. */
  readonly onDecided: (changeIds: readonly string[]) => void;
};

/** Tells the user. It works from what is on disk, so that a kill at any moment loses no change and repeats no notification. */
export type Announcer = {
  /** Decides every change that has no decision yet. */
  announce(): void;
  /** `isWaiting`: there are hooks that could not be read; without any, only being signed out is worth telling. */
  readonly announceOutage: (kind: OutageKind, isWaiting: boolean) => void;
  /** Tells something that is no change of a task; a click opens the window. What `record` writes is committed with the claim. */
  readonly tell: (text: Pick<NotificationText, 'title' | 'body'>, record: () => void) => void;
  /** Waits until every notification under way is shown or has failed. */
  readonly idle: () => Promise<void>;
};

const outageTexts: Record<OutageKind, Pick<NotificationText, 'title' | 'body'>> = {
  'signed-out': { title: 'Tasks changed; sign in to see which', body: 'Redbooth asks you to sign in again' },
  unavailable: {
    title: 'Tasks changed; Redbooth does not answer',
    body: 'You get a summary as soon as it answers again',
  },
};

const signInText: Pick<NotificationText, 'title' | 'body'> = {
  title: 'Redbooth asks you to sign in again',
  body: 'Changes are kept, and told once you are signed in',
};

/** Makes the announcer. */
export const createAnnouncer = (ports: AnnouncerPorts): Announcer => {
  const { clock, log, ledger, notifier, backlog, undecided, waitsThrough, isPaused, report, onDecided } = ports;
  const showing = new Set<Promise<void>>();

  const show = async (text: NotificationText): Promise<void> => {
    const result = await notifier.show(text);
    ledger.ended(text.id, result);
    if (result.state === 'shown') return;
    log.warn(`Notification ${text.id} was not shown: ${result.reason}`);
    const message = `A notification could not be shown (${result.reason}). The change is in the list.`;
    report({ event: 'error', code: 'notification-failed', message }, clock.now());
  };

  const raise = (text: NotificationText): void => {
    const { id, replaces, changeIds, title, body, url } = text;
    report({ event: 'notification', id, replaces, changeIds, title, body, url }, clock.now());
    const shown = show(text)
      .catch((error: unknown) => log.error(`Notification ${id}: ${String(error)}`))
      .finally(() => showing.delete(shown));
    showing.add(shown);
  };

  const tellOne = (decided: readonly Decided[]): void => {
    const newest = decided.at(-1);
    if (newest === undefined) return;
    const { change } = newest;
    const { title, body } = sentenceOf(change, clock.now());
    const earlier = decided.length - 1;
    const more = earlier === 0 ? '' : `and ${earlier} more ${earlier === 1 ? 'change' : 'changes'}`;
    raise(
      ledger.claim(decided, {
        replaces: null,
        title,
        body: [body, more].filter((part) => part !== '').join(' · '),
        url: change.account.url,
      }),
    );
  };

  const tellTogether = (decided: readonly Decided[]): void => {
    raise(ledger.claim(decided, { replaces: null, url: null, ...summaryOf(decided.map(({ change }) => change)) }));
  };

  const byTask = (decided: readonly Decided[]): readonly (readonly Decided[])[] => {
    const tasks = new Map<string, Decided[]>();
    for (const each of decided) tasks.set(each.change.taskId, [...(tasks.get(each.change.taskId) ?? []), each]);
    return [...tasks.values()];
  };

  const handle = (changes: readonly Change[], isBacklog: boolean): void => {
    if (changes.length === 0) return;
    const situation = { isPaused: isPaused() };
    const decided = changes.map((change) => ({ change, decision: decide(change, situation) }));
    const skipped = decided.filter(({ decision }) => decision.kind === 'skipped');
    const told = decided.filter(({ decision }) => decision.kind === 'notified');
    if (skipped.length > 0) ledger.skip(skipped);
    for (const { change, decision } of skipped)
      report({ event: 'skipped', changeId: change.id, reason: decision.reason }, clock.now());
    if (isBacklog && told.length > 1) tellTogether(told);
    else for (const group of byTask(told)) tellOne(group);
    onDecided(changes.map((change) => change.id));
  };

  return {
    announce: () => {
      const changes = undecided();
      const through = backlog.read()?.throughHookId ?? null;
      if (through === null) return handle(changes, false);
      const isOld = (change: Change): boolean => change.lastHookId !== null && change.lastHookId <= Number(through);
      handle(
        changes.filter((change) => !isOld(change)),
        false,
      );
      if (waitsThrough(through)) return;
      handle(changes.filter(isOld), true);
      backlog.write(null);
    },
    announceOutage: (kind, isWaiting) => {
      const text = isWaiting || kind === 'unavailable' ? outageTexts[kind] : signInText;
      raise(ledger.claimPlain({ ...text, url: null }));
    },
    tell: ({ title, body }, record) => raise(ledger.claimPlain({ title, body, url: null }, record)),
    idle: async () => {
      await Promise.all(showing);
    },
  };
};

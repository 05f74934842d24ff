import type { MuteKind, RuleLevel, RuleScope, RuleSubject, RuleTable } from '../../contract/rules.ts';
import type { Change, Decision } from '../changes/change.ts';
import { scopeOf, subjectsOf } from './rule-subjects.ts';

/** Something of which nothing is told, for one account. `until` is ms since 1970; null means until it is taken back. */
export type MutedSubject = {
  readonly accountId: string;
  readonly kind: MuteKind;
  /** The id of the task, the project, the organisation or the user. */
  readonly subjectId: string;
  readonly until: number | null;
};

/** What the rules look at besides the change. `now` is ms since 1970. */
export type RuleSituation = {
  readonly rules: RuleTable;
  /** Ids of the projects of the scope `chosen`. */
  readonly chosenProjects: ReadonlySet<string>;
  readonly mutes: readonly MutedSubject[];
  readonly isPaused: boolean;
  /** Whether it is within quiet hours. */
  readonly isQuiet: boolean;
  /** Whether the user asked the system not to be disturbed, as far as it tells. */
  readonly isDoNotDisturb: boolean;
  readonly now: number;
};

/** What the rules need to know of a change. */
export type DecidableChange = Pick<Change, 'accountId' | 'taskId' | 'kind' | 'account'>;

/**
 * Decides whether a change raises a notification, is only listed, or is not shown at all; the reason is kept with it, and so is
 * the cell of the table that decided. The only place where this is decided, and pure: the same change in the same situation
 * is always decided the same. The first that fits counts: one’s own, ignored, muted, listed, held back, told.
 */
export const decide = (change: DecidableChange, situation: RuleSituation): Decision => {
  const { rules, chosenProjects, mutes, isPaused, isQuiet, isDoNotDisturb, now } = situation;
  if (change.account.isOwn) return { kind: 'skipped', reason: 'own-change' };
  const scope = scopeOf(change, chosenProjects);
  const { subject, level } = strongestOf(subjectsOf(change), scope, rules);
  const basis = { subject, scope };
  if (level === 'ignore') return { kind: 'skipped', reason: ignored, basis };
  const mute = muteOf(change, mutes, now);
  if (mute !== null)
    return { kind: 'skipped', reason: `muted-${mute.kind}`, basis: { ...basis, mutedUntil: mute.until } };
  if (level === 'list') return { kind: 'skipped', reason: 'filtered', basis };
  if (isPaused) return { kind: 'skipped', reason: 'paused', basis };
  if (isQuiet) return { kind: 'skipped', reason: 'quiet-hours', basis };
  if (isDoNotDisturb) return { kind: 'skipped', reason: 'do-not-disturb', basis };
  return { kind: 'notified', reason: reasonOf(change, subject, scope), basis };
};

const strength: Readonly<Record<RuleLevel, number>> = { ignore: 0, list: 1, notify: 2 };

/** Of a change about several subjects, the strongest level counts: a comment that nobody wanted hides no due date. */
const strongestOf = (
  subjects: readonly RuleSubject[],
  scope: RuleScope,
  rules: RuleTable,
): { readonly subject: RuleSubject; readonly level: RuleLevel } =>
  subjects
    .map((subject) => ({ subject, level: rules[subject][scope] }))
    .reduce((strongest, each) => (strength[each.level] > strength[strongest.level] ? each : strongest));

const muteKindsInOrder: readonly MuteKind[] = ['task', 'project', 'organization', 'person'];

/** The id of what a mute of this kind would name; null when the change has none. */
export const subjectIdOf = ({ taskId, account }: Pick<Change, 'taskId' | 'account'>, kind: MuteKind): string | null => {
  switch (kind) {
    case 'task':
      return taskId;
    case 'project':
      return account.project?.id ?? null;
    case 'organization':
      return account.organizationId;
    case 'person':
      return account.actor?.userId ?? null;
  }
};

/** The mute that silences a change at `now` (ms): of its task before its project before its organisation before whoever did it. */
const muteOf = (change: DecidableChange, mutes: readonly MutedSubject[], now: number): MutedSubject | null => {
  for (const kind of muteKindsInOrder) {
    const subjectId = subjectIdOf(change, kind);
    const mute = mutes.find(
      (each) =>
        each.kind === kind &&
        each.subjectId === subjectId &&
        each.accountId === change.accountId &&
        (each.until === null || each.until > now),
    );
    if (mute !== undefined) return mute;
  }
  return null;
};

const reasonOf = ({ account: { relation } }: DecidableChange, subject: RuleSubject, scope: RuleScope): string => {
  if (subject === 'mention') return 'mentions-you';
  switch (scope) {
    case 'mine':
      return relation.assigned ? 'assigned-to-you' : relation.wasAssigned ? 'was-assigned-to-you' : 'created-by-you';
    case 'watched':
      return 'watched-by-you';
    case 'chosen':
      return 'in-chosen-project';
    case 'other':
      return 'any-task';
  }
};

const ignored = 'ignored';
const heldBack: ReadonlySet<string> = new Set(['paused', 'quiet-hours', 'do-not-disturb']);

/** Whether a change would have been told but for the moment: it is unread, and is summed up once that is over. */
export const isHeldBack = ({ kind, reason }: Decision): boolean => kind === 'skipped' && heldBack.has(reason);

/** Whether a change that was only listed still counts as unread: what concerns the user does, the rest is read as it comes. */
export const staysUnread = (decision: Decision): boolean => decision.kind === 'notified' || isHeldBack(decision);

/** Whether a change is shown in the list at all. */
export const isListed = (decision: Decision | null): boolean => decision === null || decision.reason !== ignored;

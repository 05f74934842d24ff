import type { Change, FieldEdit } from '../../electron/core/changes/change.ts';
import { trackedFields } from '../../electron/core/changes/change.ts';
import type { Truth } from '../../electron/simulator/month-truth.ts';
import { type Names, type TrueValue, createNames } from './names.ts';
import { type Past, wholeSecond } from './past.ts';
import type { Played } from './play.ts';

/** One field of one task, as it really changed. */
type Step = {
  readonly at: number;
  readonly before: TrueValue;
  readonly after: TrueValue;
  readonly actorUserId: string;
  /** Its comment was there to be read for long enough: it has to be told by itself. */
  readonly mustBeTold: boolean;
  readonly isCommented: boolean;
};

const saveTime = 5_000;

type Told = { readonly change: Change; readonly edit: FieldEdit };

const commentStays = (past: Past, { taskId, at, commentId }: Truth): boolean =>
  past.during(taskId, at, past.noticedBy(at)).every(({ comments }) => comments.some(({ id }) => id === commentId));

const stepsOf = (played: Played, past: Past, names: Names, taskId: string, field: FieldEdit['field']): Step[] => {
  const known = past.knownFrom(taskId);
  return played.truth
    .filter((entry) => entry.taskId === taskId && entry.field === field)
    .map((entry) => ({
      at: entry.at,
      before: names.trueValue(field, entry.before),
      after: names.trueValue(field, entry.after),
      actorUserId: entry.actorUserId,
      isCommented: entry.commentId !== null,
      mustBeTold:
        entry.commentId !== null &&
        known !== null &&
        entry.at >= known &&
        past.staysVisible(taskId, entry.at) &&
        commentStays(past, entry),
    }))
    .filter(({ before, after }) => before !== after);
};

const say = (value: string | null): string => (value === null ? 'nothing' : `“${value}”`);

/** Holds the edits told of one field against how it really changed. */
const createWalk = (played: Played, past: Past, names: Names) => {
  const { me, chronicle } = played;
  const saysMeRightly = ({ edit }: Told, before: TrueValue, after: TrueValue): boolean =>
    edit.field !== 'assigned_id' || (edit.beforeIsMe === (before === me) && edit.afterIsMe === (after === me));
  const fits = (told: Told, before: TrueValue, after: TrueValue): boolean =>
    names.isMeant(told.edit.field, told.edit.before, before, told.change.recordedAt) &&
    names.isMeant(told.edit.field, told.edit.after, after, told.change.recordedAt) &&
    saysMeRightly(told, before, after);
  const isByComment = (told: Told, step: Step): boolean =>
    step.isCommented &&
    told.change.account.actor?.userId === step.actorUserId &&
    told.change.happenedAt === wholeSecond(step.at);
  /** Nobody is named who did not leave the task as the last one at that time, or it is a step before a comment. */
  const hasFairActor = ({ change }: Told): boolean => {
    const actor = change.account.actor?.userId ?? null;
    const moments = past.of(change.taskId);
    // What somebody saves within seconds of a comment may be told along with it.
    const isJoined = change.account.comment !== null || change.account.edits.length > 1;
    const isTime = (time: number): boolean =>
      Math.abs(wholeSecond(time) - change.happenedAt) <= (isJoined ? saveTime : 0);
    if (moments.some(({ task }) => isTime(task.updatedAt) && task.updatedByUserId === actor)) return true;
    const isBeforeComment = moments.some(({ comments }) =>
      comments.some(({ createdAt }) => wholeSecond(createdAt) === change.happenedAt),
    );
    return actor === null && isBeforeComment;
  };

  /**
   * Null when all is well. `startsAt` steps were over before the app knew the task. Up to `freeUntil` it had no earlier look
   * to compare with, so that what left no comment could not be noticed.
   */
  return (
    steps: readonly Step[],
    allTold: readonly Told[],
    startsAt: number,
    freeUntil: number,
    mustEnd: boolean,
  ): string | null => {
    const valueAt = (index: number): TrueValue | undefined =>
      index < steps.length ? steps[index]?.before : steps.at(-1)?.after;
    const isSilent = (from: number, until: number): boolean =>
      steps.slice(from, until).every(({ mustBeTold }) => !mustBeTold);
    const isPassed = (from: number, until: number): boolean =>
      isSilent(from, until) &&
      (valueAt(from) === valueAt(until) || steps.slice(from, until).every(({ at }) => at <= freeUntil));
    /** All the places that one telling may bring us to. */
    const reachedBy = (told: Told, place: number): readonly number[] => {
      const commented = steps.findIndex(
        (step, index) =>
          index >= place && isByComment(told, step) && fits(told, step.before, step.after) && isPassed(place, index),
      );
      const reached = commented === -1 ? [] : [commented + 1];
      if (!hasFairActor(told)) return reached;
      for (let from = place; from < steps.length && isPassed(place, from); from += 1) {
        for (let end = steps.length; end > from; end -= 1) {
          const before = valueAt(from);
          const after = valueAt(end);
          const isLater = (steps[end - 1]?.at ?? 0) > told.change.recordedAt;
          if (before === undefined || after === undefined || isLater || !isSilent(from, end)) continue;
          if (fits(told, before, after)) reached.push(end);
        }
      }
      return reached;
    };
    let places = new Set([startsAt]);
    for (const told of allTold) {
      const { edit, change } = told;
      const reached = new Set([...places].flatMap((place) => reachedBy(told, place)));
      if (reached.size === 0) {
        const next = steps[Math.min(...places)];
        const really = next
          ? `${say(next.before)} to ${say(next.after)} at ${new Date(next.at).toISOString()}`
          : 'nothing';
        const who = chronicle.users.get(change.account.actor?.userId ?? '')?.at(-1)?.username ?? 'somebody';
        return `change ${change.id} tells ${edit.field} from ${say(edit.before)} to ${say(edit.after)} by ${who}; really next was ${really}`;
      }
      places = reached;
    }
    const [place = startsAt, ...others] = places;
    const untoldAfter = (from: number): Step | undefined =>
      steps.find(({ mustBeTold }, index) => index >= from && mustBeTold);
    if ([place, ...others].some((end) => (mustEnd ? isPassed(end, steps.length) : isSilent(end, steps.length))))
      return null;
    const untold = untoldAfter(place);
    return untold === undefined
      ? `ends at ${say(valueAt(place) ?? null)}, really at ${say(valueAt(steps.length) ?? null)}`
      : `never told: ${say(untold.before)} to ${say(untold.after)} at ${new Date(untold.at).toISOString()} by ${untold.actorUserId}`;
  };
};

/**
 * Whether somebody was told as taking over from somebody, though a move only made the same human another person: of whoever
 * was assigned in a project that is closed to the user, nothing can be known.
 */
const isMoveFromClosed = ({ truth, chronicle }: Played, names: Names, { change, edit }: Told): boolean =>
  edit.before === 'Someone' &&
  truth.some(({ taskId, at, field, before, after }) => {
    const person = typeof before === 'string' ? chronicle.people.get(before)?.[0] : undefined;
    return (
      taskId === change.taskId &&
      field === 'assigned_id' &&
      at <= change.recordedAt &&
      person !== undefined &&
      chronicle.projectsOnceClosed.has(person.projectId) &&
      names.trueValue(field, after) === person.userId
    );
  });

/**
 * Every edit that left a comment is told by itself, with its actor and both sides; those that left none are told as net
 * differences; each begins where the last one ended, and the last one ends at the truth.
 */
export const judgeEdits = (played: Played, past: Past): readonly string[] => {
  const names = createNames(played);
  const walk = createWalk(played, past, names);
  const problems: string[] = [];
  const toldOf = new Map<string, Told[]>();
  for (const change of played.changes) {
    for (const edit of change.account.edits) {
      const key = `${change.taskId} ${edit.field}`;
      toldOf.set(key, [...(toldOf.get(key) ?? []), { change, edit }]);
    }
  }
  for (const taskId of played.chronicle.moments.keys()) {
    const known = past.knownFrom(taskId);
    const [first] = past.of(taskId);
    const isKnownFromFirst = known !== null && known === first?.at;
    const isVisible = past.of(taskId).at(-1)?.isVisible === true;
    const firstLook = played.changes.find((change) => change.taskId === taskId && change.kind === 'created');
    const freeUntil = firstLook?.recordedAt ?? Number.NEGATIVE_INFINITY;
    for (const field of trackedFields) {
      const steps = stepsOf(played, past, names, taskId, field);
      const told = (toldOf.get(`${taskId} ${field}`) ?? []).filter((each) => !isMoveFromClosed(played, names, each));
      if (steps.length === 0 && told.length === 0) continue;
      const attempts = isKnownFromFirst ? [0] : steps.map((_, index) => index).concat(steps.length);
      const found = attempts.map((startsAt) => walk(steps, told, startsAt, freeUntil, isVisible && known !== null));
      if (!found.includes(null))
        problems.push(`task ${taskId}, ${field}: ${found[0] ?? 'told though it never changed'}`);
    }
  }
  return problems;
};

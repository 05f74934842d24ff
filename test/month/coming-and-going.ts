import { type Past, lookTime, wholeSecond } from './past.ts';
import type { Played } from './play.ts';

/** A task this young counts as new when a hook is the first to tell of it. */
const youngTime = 10 * 60_000;

/** New tasks are told once, by their creator; those that are deleted or hidden are missed, and no other. */
export const judgeComingAndGoing = (played: Played, past: Past): readonly string[] => {
  const problems: string[] = [];
  const of = (taskId: string, kind: string) =>
    played.changes.filter((change) => change.taskId === taskId && change.kind === kind);
  for (const [taskId, moments] of played.chronicle.moments) {
    const [first] = moments;
    if (first === undefined) continue;
    const created = of(taskId, 'created');
    const firstSeen = of(taskId, 'first-seen');
    const gone = of(taskId, 'gone');
    const isNew = first.at >= played.start;
    const isNewToMe = isNew && past.staysVisible(taskId, first.at);
    const name = `task ${taskId} “${first.task.name}”`;

    // A hook that comes first when the task is not that young any more makes it known without saying that it is new.
    const firstChange = played.changes.find((change) => change.taskId === taskId);
    const isLateHook = firstChange?.source === 'hook' && firstChange.recordedAt - first.at >= youngTime;
    if (isNewToMe && created.length === 0 && !isLateHook) problems.push(`${name}: nobody was told that it was created`);
    if (created.length > 1 || (created.length > 0 && !isNew)) problems.push(`${name}: created ${created.length} times`);
    for (const { account, happenedAt } of created) {
      if (account.actor?.userId !== first.task.creatorUserId) problems.push(`${name}: created by somebody else`);
      if (happenedAt !== wholeSecond(first.at)) problems.push(`${name}: created at another time`);
    }
    const isOldHand = past.knownFrom(taskId) === first.at;
    if (firstSeen.length > (isOldHand ? 0 : 1)) problems.push(`${name}: first seen ${firstSeen.length} times`);

    const vanishings = moments.filter(({ isVisible }, index) => !isVisible && moments[index - 1]?.isVisible === true);
    if (gone.length > vanishings.length)
      problems.push(`${name}: gone ${gone.length} times, really ${vanishings.length}`);
    for (const { id, recordedAt } of gone) {
      const looks = past.during(taskId, recordedAt - lookTime, recordedAt);
      if (looks.every(({ isVisible }) => isVisible))
        problems.push(`${name}: told as gone by change ${id}, but was there`);
    }
    const last = vanishings.at(-1);
    const known = past.knownFrom(taskId);
    // A task that came back for a short while without anything being done to it need not have been noticed.
    const ofTask = played.changes.filter((change) => change.taskId === taskId);
    const isMissed =
      last !== undefined && ofTask.filter(({ recordedAt }) => recordedAt < last.at).at(-1)?.kind === 'gone';
    if (moments.at(-1)?.isVisible === false && last !== undefined && known !== null && known < last.at && !isMissed)
      if (!gone.some(({ recordedAt }) => recordedAt >= last.at))
        problems.push(`${name}: nobody was told that it is gone`);
  }
  return problems;
};

import type { Change } from '../../electron/core/changes/change.ts';
import { type Past, assigneeOf } from './past.ts';
import type { Played } from './play.ts';

/** What one hour of an unnoticed change of watchers may still do. */
const watchTrust = 60 * 60_000;

/**
 * Each change knows whose the task was. Where several things happened between two looks, their order cannot always be
 * known, so an answer counts as wrong only when it was never so in the time the look covers.
 */
export const judgeRelations = (played: Played, past: Past): readonly string[] => {
  const { me } = played;
  const problems: string[] = [];
  const judge = (change: Change): void => {
    const { taskId, account, happenedAt, recordedAt, kind } = change;
    const { relation, isOwn, actor } = account;
    const wrong = (what: string): void => void problems.push(`task ${taskId}, change ${change.id} (${kind}): ${what}`);
    // What is gone is told as it was last seen, which may be long ago.
    const from = kind === 'gone' ? 0 : past.lastVisible(taskId, Math.min(happenedAt, past.certainBefore(recordedAt)));
    const covered = past.during(taskId, from, recordedAt);
    const mine = covered.map(({ task }) => assigneeOf(played, task) === me);
    if (relation.assigned && !mine.includes(true)) wrong('assigned to me, it says');
    if (!relation.assigned && !mine.includes(false) && kind !== 'gone') wrong('not assigned to me, it says');
    const watched = past
      .during(taskId, from - watchTrust, recordedAt)
      .map(({ task }) => task.watcherUserIds.includes(me));
    const watchedAtLook = past
      .during(taskId, happenedAt, recordedAt)
      .map(({ task }) => task.watcherUserIds.includes(me));
    if (kind !== 'gone') {
      if (relation.watching && !watched.includes(true)) wrong('watched by me, it says');
      if (!relation.watching && !watchedAtLook.includes(false)) wrong('not watched by me, it says');
    }
    const [first] = past.of(taskId);
    if (relation.created !== (first?.task.creatorUserId === me)) wrong('wrong about who created it');
    if (relation.wasAssigned !== account.edits.some(({ beforeIsMe }) => beforeIsMe))
      wrong('wrong about having been mine');
    if (isOwn !== (actor?.userId === me)) wrong('wrong about being my own');
    if (!covered.some(({ task }) => task.name === account.title)) wrong(`it was never called “${account.title}” then`);
    const projects = covered.map(({ task }) => task.projectId);
    if (account.project !== null && !projects.includes(account.project.id)) wrong('in another project');
  };
  for (const change of played.changes) judge(change);
  return problems;
};

/** Several changes of one task come in the order in which they happened; what happened while it was hidden comes late. */
export const judgeOrder = (played: Played): readonly string[] => {
  const last = new Map<string, Change>();
  const problems: string[] = [];
  for (const change of played.changes) {
    const before = last.get(change.taskId);
    if (before !== undefined && before.kind !== 'gone' && before.happenedAt > change.happenedAt)
      problems.push(`task ${change.taskId}: change ${change.id} happened before ${before.id}, and is told after it`);
    last.set(change.taskId, change);
  }
  return problems;
};

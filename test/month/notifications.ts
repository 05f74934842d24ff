import type { Change } from '../../electron/core/changes/change.ts';
import type { Played } from './play.ts';

/**
 * What a person with the rules as they come wants to hear of: what others do to tasks of theirs and to those they watch, and
 * mentions; but nothing is left to be done about a watched task that is gone.
 */
const isWanted = ({ kind, account: { isOwn, comment, relation } }: Change): boolean => {
  const isMine = relation.assigned || relation.wasAssigned || relation.created;
  const isFollowed = relation.watching && kind !== 'gone';
  return !isOwn && (comment?.mentionsMe === true || isMine || isFollowed);
};

/** Every change that is wanted is told by one notification, and no other; own ones never are. */
export const judgeNotifications = ({ changes, lines, me }: Played): readonly string[] => {
  const problems: string[] = [];
  const times = new Map<string, number>();
  for (const line of lines) {
    if (line.event !== 'notification') continue;
    for (const id of line.changeIds) times.set(id, (times.get(id) ?? 0) + 1);
  }
  for (const change of changes) {
    const wrong = (what: string): void => void problems.push(`task ${change.taskId}, change ${change.id}: ${what}`);
    const count = times.get(change.id) ?? 0;
    times.delete(change.id);
    if (change.decision === null) wrong('not decided');
    if (count > 1) wrong(`notified ${count} times`);
    if (isWanted(change) && count === 0) wrong(`not notified (${change.decision?.reason ?? ''})`);
    if (!isWanted(change) && count > 0) wrong(`notified (${change.decision?.reason ?? ''})`);
    if (change.account.actor?.userId === me && count > 0) wrong('an own change was notified');
  }
  for (const id of times.keys()) problems.push(`notified of change ${id}, which does not exist`);
  const errors = lines.flatMap((line) => (line.event === 'error' ? [`${line.code}: ${line.message}`] : []));
  return [...problems, ...errors];
};

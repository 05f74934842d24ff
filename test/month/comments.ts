import { mentioningWords } from '../../electron/simulator/month-words.ts';
import { type Past, wholeSecond } from './past.ts';
import type { Played } from './play.ts';

/** The month's people mention somebody in a few set phrases only; anything else merely looks like it. */
const isMention = (body: string, username: string): boolean =>
  mentioningWords.some((words) => body.toLowerCase().startsWith(words.replace('{name}', username).toLowerCase()));

/** Every comment is told exactly once, by its author, as it read at some time, and knows whom it mentions. */
export const judgeComments = (played: Played, past: Past): readonly string[] => {
  const problems: string[] = [];
  const me = played.chronicle.users.get(played.me)?.at(-1)?.username ?? '';
  const toldOf = new Map<string, (typeof played.changes)[number][]>();
  for (const change of played.changes) {
    const { comment } = change.account;
    if (comment !== null) toldOf.set(comment.id, [...(toldOf.get(comment.id) ?? []), change]);
  }
  const real = played.truth.filter(({ field }) => field === 'comment');
  for (const { taskId, at, actorUserId, commentId } of real) {
    if (commentId === null) continue;
    const told = toldOf.get(commentId) ?? [];
    toldOf.delete(commentId);
    const known = past.knownFrom(taskId);
    const isThere = past
      .during(taskId, at, past.noticedBy(at))
      .every(({ comments }) => comments.some(({ id }) => id === commentId));
    const mustBeTold = isThere && known !== null && at >= known && past.staysVisible(taskId, at);
    const name = `task ${taskId}, comment ${commentId} of ${new Date(at).toISOString()}`;
    if (told.length > 1) problems.push(`${name}: told ${told.length} times`);
    if (told.length === 0 && mustBeTold) problems.push(`${name}: never told`);
    const forms = past.of(taskId).flatMap(({ comments }) => comments.filter(({ id }) => id === commentId));
    for (const change of told) {
      const { comment, actor } = change.account;
      if (actor?.userId !== actorUserId) problems.push(`${name}: told as by ${actor?.fullName ?? 'nobody'}`);
      if (change.happenedAt !== wholeSecond(at)) problems.push(`${name}: told as of another time`);
      if (!forms.some(({ body }) => body === comment?.body)) problems.push(`${name}: told in other words`);
      if (comment !== null && comment.mentionsMe !== isMention(comment.body, me))
        problems.push(`${name}: wrong about the mention in “${comment.body}”`);
    }
  }
  for (const [id, [change]] of toldOf) problems.push(`task ${change?.taskId ?? ''}: comment ${id} was never made`);
  return problems;
};

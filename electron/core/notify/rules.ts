import type { Change, Decision } from '../changes/change.ts';

/** What the rules look at besides the change. */
export type RuleSituation = { readonly isPaused: boolean };

const notify = (reason: string): Decision => ({ kind: 'notified', reason });
const skip = (reason: string): Decision => ({ kind: 'skipped', reason });

/**
 * Decides whether a change raises a notification or is only listed; the reason is kept with it. Defaults: own changes never
 * notify; mentions and tasks of mine (assigned, created, watched) do; the rest is only listed.
 */
export const decide = ({ account }: Pick<Change, 'account'>, { isPaused }: RuleSituation): Decision => {
  if (account.isOwn) return skip('own-change');
  const concern = concernOf(account);
  if (concern === null) return skip('filtered');
  return isPaused ? skip('paused') : notify(concern);
};

const concernOf = ({ comment, relation }: Change['account']): string | null => {
  if (comment?.mentionsMe === true) return 'mentions-you';
  if (relation.assigned) return 'assigned-to-you';
  if (relation.wasAssigned) return 'was-assigned-to-you';
  if (relation.created) return 'created-by-you';
  if (relation.watching) return 'watched-by-you';
  return null;
};

/** Whether a change that was only listed still counts as unread: what concerns the user does, the rest is read as it comes. */
export const staysUnread = (decision: Decision): boolean =>
  decision.kind === 'notified' || decision.reason === 'paused';

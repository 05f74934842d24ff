import type { Failure } from '../../contract/index.ts';
import { quoted } from '../notify/plain-text.ts';
import type { ApiFailure } from '../redbooth/client-port.ts';
import type { Wish } from './wish.ts';

/** A task that was not changed, and why; what to do is in the sentence. */
const notChanged = (message: string): Failure => ({ code: 'task-not-changed', message });

const whatWasNotDone = ({ kind }: Wish, task: string): string =>
  kind === 'comment' ? `your comment on ${task} was not sent` : `${task} was not ${verbs[kind]}`;

const verbs = { resolve: 'resolved', reopen: 'reopened' } as const;

/** The task is gone, or the user may not see it any more. */
export const goneTask = (title: string): Failure =>
  notChanged(`${quoted(title)} is gone: it was deleted, or is no longer visible to you. There is nothing left to do.`);

/** The change belongs to an account that is not in use now. */
export const otherAccount = (title: string): Failure =>
  notChanged(
    `${quoted(title)} was seen with another account, so nothing was done. Sign in with that account, or open the task in Redbooth.`,
  );

export const notSignedIn = (wish: Wish, title: string): Failure =>
  notChanged(`You are not signed in to Redbooth, so ${whatWasNotDone(wish, quoted(title))}. Sign in, then try again.`);

/** Redbooth answered, and the task is still as it was. */
export const stillAsBefore = (wish: Wish, title: string): Failure =>
  notChanged(
    `Redbooth took the request, but ${whatWasNotDone(wish, quoted(title))}. Open the task in Redbooth and do it there.`,
  );

/** The API refused or did not answer, before anything was written. */
export const notReached = (wish: Wish, title: string, failure: ApiFailure): Failure => {
  if (failure.kind !== 'unavailable') return refusedWrite(wish, title, failure);
  return notChanged(
    `Redbooth does not answer just now, so ${whatWasNotDone(wish, quoted(title))}. Try again in a moment.`,
  );
};

/** The API refused the write or did not answer it, and its client says whether it may have arrived. */
export const refusedWrite = (wish: Wish, title: string, failure: ApiFailure): Failure => {
  switch (failure.kind) {
    case 'missing':
      return goneTask(title);
    case 'forbidden':
      return notChanged(
        `Redbooth does not let you do this, so ${whatWasNotDone(wish, quoted(title))}. Ask somebody who may: the one who created the task, or an administrator.`,
      );
    case 'signed-out':
      return notSignedIn(wish, title);
    case 'unavailable':
      return notChanged(failure.message);
  }
};

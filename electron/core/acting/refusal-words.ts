import type { Failure } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import { quoted } from '../notify/plain-text.ts';
import type { ApiFailure } from '../redbooth/client-port.ts';
import type { Wish } from './wish.ts';

/** A task that was not changed, and why; what to do is in the sentence. */
const notChanged = (message: string): Failure => ({ code: 'task-not-changed', message });

/** The task is gone, or the user may not see it any more. */
export const goneTask = (title: string, { taskActions }: HostMessages): Failure =>
  notChanged(taskActions.gone(quoted(title)));

/** The change belongs to an account that is not in use now. */
export const otherAccount = (title: string, { taskActions }: HostMessages): Failure =>
  notChanged(taskActions.otherAccount(quoted(title)));

/** The wish needs an account, and nobody is signed in. */
export const notSignedIn = ({ kind }: Wish, title: string, { taskActions }: HostMessages): Failure =>
  notChanged(taskActions.notSignedIn(kind, quoted(title)));

/** Redbooth answered, and the task is still as it was. */
export const stillAsBefore = ({ kind }: Wish, title: string, { taskActions }: HostMessages): Failure =>
  notChanged(taskActions.stillAsBefore(kind, quoted(title)));

/** The API refused or did not answer, before anything was written. */
export const notReached = (wish: Wish, title: string, failure: ApiFailure, messages: HostMessages): Failure =>
  failure.kind === 'unavailable'
    ? notChanged(messages.taskActions.noAnswer(wish.kind, quoted(title)))
    : refusedWrite(wish, title, failure, messages);

/** The API refused the write or did not answer it, and its client says whether it may have arrived. */
export const refusedWrite = (wish: Wish, title: string, failure: ApiFailure, messages: HostMessages): Failure => {
  switch (failure.kind) {
    case 'missing':
      return goneTask(title, messages);
    case 'forbidden':
      return notChanged(messages.taskActions.notAllowed(wish.kind, quoted(title)));
    case 'signed-out':
      return notSignedIn(wish, title, messages);
    case 'unavailable':
      return notChanged(failure.words?.(messages) ?? failure.message);
  }
};

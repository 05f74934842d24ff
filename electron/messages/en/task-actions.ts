type Wish = 'resolve' | 'reopen' | 'comment';

const doings: Readonly<Record<Wish, string>> = {
  resolve: 'Resolving',
  reopen: 'Reopening',
  comment: 'Commenting on',
};
const notDone = (wish: Wish, task: string): string => {
  if (wish === 'comment') return `your comment on ${task} was not sent`;
  return `${task} was not ${wish === 'resolve' ? 'resolved' : 'reopened'}`;
};

/** What the user wanted done to a task and was not done. `task` comes in quotation marks. */
export const taskActions = {
  /** Null: without its name, where others can read it. */
  failed: (wish: Wish, task: string | null) => `${doings[wish]} ${task ?? 'a task'} failed`,
  gone: (task: string) =>
    `${task} is gone: it was deleted, or is no longer visible to you. There is nothing left to do.`,
  otherAccount: (task: string) =>
    `${task} was seen with another account, so nothing was done. Sign in with that account, or open the task in Redbooth.`,
  notSignedIn: (wish: Wish, task: string) =>
    `You are not signed in to Redbooth, so ${notDone(wish, task)}. Sign in, then try again.`,
  stillAsBefore: (wish: Wish, task: string) =>
    `Redbooth took the request, but ${notDone(wish, task)}. Open the task in Redbooth and do it there.`,
  noAnswer: (wish: Wish, task: string) =>
    `Redbooth does not answer just now, so ${notDone(wish, task)}. Try again in a moment.`,
  notAllowed: (wish: Wish, task: string) =>
    `Redbooth does not let you do this, so ${notDone(wish, task)}. Ask somebody who may: the one who created the task, or an administrator.`,
};

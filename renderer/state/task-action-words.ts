/** What can be done about the task of a row from here. */
export type ActionKind = 'resolve' | 'reopen' | 'comment';

export const busyWords: Readonly<Record<ActionKind, string>> = {
  resolve: 'Resolving the task…',
  reopen: 'Reopening the task…',
  comment: 'Sending the comment…',
};

export const doneWords: Readonly<Record<ActionKind, string>> = {
  resolve: 'You resolved the task',
  reopen: 'You reopened the task',
  comment: 'Your comment is sent',
};

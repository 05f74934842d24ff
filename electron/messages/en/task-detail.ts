/** Why the comments of a task are not shown. */
export const taskDetail = {
  otherAccount: 'This task was seen with another account. Sign in with that account to read its comments.',
  gone: 'The task is gone: it was deleted, or is no longer visible to you. What you see is how it was last.',
  noAnswer: 'Redbooth does not answer just now, so the comments could not be read. Try again in a moment.',
  refused: 'Redbooth does not show you the comments of this task. It may be gone, or closed to you.',
  signedOut: 'You are not signed in to Redbooth. Sign in to read the comments.',
};

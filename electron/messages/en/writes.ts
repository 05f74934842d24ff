const check = (isNetwork: boolean): string =>
  isNetwork ? 'Check your internet connection, and try again.' : 'Try again in a minute.';

/** What was to be written to Redbooth and may not have been. */
export const writes = {
  /** What became of the last attempt. */
  preparing: 'Redbooth is still preparing its answer',
  slowDown: 'Redbooth asks the app to slow down',
  trouble: (status: number) => `Redbooth has trouble answering (${status})`,
  noAnswer: (seconds: number) => `Redbooth didn’t answer within ${seconds} seconds`,
  unreachable: (cause: string | null) => `Redbooth can’t be reached${cause === null ? '' : ` (${cause})`}`,
  tokenNotRenewed: 'The sign-in to Redbooth can’t be renewed just now',

  /** `happened` is one of those above. */
  changeUncertain: (happened: string, isNetwork: boolean) =>
    `${happened}, so the task may not have been changed. ${check(isNetwork)}`,
  commentNotSent: (happened: string, isNetwork: boolean) =>
    `${happened}, so the comment was not sent. ${check(isNetwork)}`,
  commentUncertain: (happened: string) =>
    `${happened}, so the comment may or may not have arrived. Look at the task in Redbooth before you send it again.`,
  /** `answer` is a status, and maybe Redbooth’s own words. */
  changeRefused: (answer: string) =>
    `Redbooth didn’t take the change (${answer}), so the task is as it was. Make the change on the task’s page in Redbooth.`,
  commentRefused: (answer: string) =>
    `Redbooth didn’t take the comment (${answer}), so nobody sees it. Write it on the task’s page in Redbooth.`,
  closing: 'The app is closing, so Redbooth isn’t asked any more.',
};

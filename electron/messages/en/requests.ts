/** What became of a request that reached the listener. */
export const requests = {
  outcomes: {
    ignored: 'Nothing to do: it was empty, or not about a task',
    works: 'The hook URL was opened, and works',
    nonce: 'The app asked itself whether it can be reached',
    'not-found': 'Turned away: not one of your hook URLs',
    'too-large': 'Turned away: more than 64 KiB',
    encoded: 'Turned away: its body was compressed',
    unwritable: 'Could not be stored, so the sender was asked to send it again later',
  },
  notPost: 'Turned away: a hook is a POST',
  invalid: {
    'not-json': 'Turned away: the body is not JSON in UTF-8',
    'too-many-hooks': 'Turned away: the array holds more than 100 hooks',
    'no-object': 'Turned away: the body must be a JSON object, or an array of them',
    'no-task-id': 'Turned away: “id” must be 1 to 19 digits',
    unknown: 'Turned away: this is no hook',
  },
  waiting: 'Waiting for Redbooth’s answer',
  told: (sentence: string, more: number) => `Told you: ${sentence}${more > 0 ? `, and ${more} more` : ''}`,
  aboutToBeTold: 'About to be told',
  notVisible: 'You cannot see this task, or it is gone',
  gone: 'The task is gone',
  unchanged: 'Nothing had changed',
  more: (count: number) => `and ${count} more`,
};

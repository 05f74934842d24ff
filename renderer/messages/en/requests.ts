import { createPlural } from '../../../electron/contract/index.ts';

const plural = createPlural('en');

/** Answers that have a meaning of their own, by their status. */
const refusals: Readonly<Partial<Record<number, string>>> = {
  400: 'Not a task hook',
  404: 'No such address',
  405: 'Not allowed',
  408: 'Too slow',
  413: 'Too large',
  415: 'Encoded body',
  431: 'Headers too large',
  503: 'Not kept',
};

/** What reached the hook listener lately. */
export const requests = {
  reading: 'Reading the requests…',
  howMany: 'The last 200 requests since the app was started.',
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  none: 'Nothing has come in yet',
  noneMeaning:
    'Whatever calls your hook URLs while the app runs is listed here. If you expect hooks, check that Redbooth has a hook URL of yours.',
  taken: 'Taken',
  answered: 'Answered',
  notAnswered: 'Not answered',
  refused: 'Refused',
  failed: 'Failed',
  refusals,
  noUserAgent: 'no user agent',
  bytes: (count: number): string => plural(count, { one: `${count} byte`, other: `${count} bytes` }),
  underMillisecond: 'under 1 ms',
  noBody: 'No body is kept of this request.',
  emptyBody: 'The body was empty.',
  body: 'Body of the request',
  bodyCut: 'Cut here: only the beginning of a long body is kept.',
  replay: 'Replay',
  replaying: 'Replaying…',
  replayed: 'Replayed: the app reads the task again as if the hook had just come.',
  asCurl: 'The request as curl',
  copyAsCurl: 'Copy as curl',
};

import type { Resource } from './api-url.ts';
import type { Call } from './call.ts';
import type { ApiFailure } from './client-port.ts';
import { type Setback, neverArrived } from './retry.ts';

const nouns: Readonly<Record<Resource, string>> = {
  me: 'your account',
  tasks: 'tasks',
  comments: 'comments',
  people: 'the people of a project',
  users: 'users',
  projects: 'projects',
  task_lists: 'task lists',
  organizations: 'your organisations',
};

/** How long to leave a reply alone that would be the same at once, in ms. */
const pauseAfterRefusal = 60_000;

/** An answer that may be better later, not before `retryAfter` ms. */
const unavailable = (message: string, retryAfter: number): ApiFailure => ({
  kind: 'unavailable',
  message,
  retryAfter,
});

/** A reply that came whole and still makes no sense. `problem` must hold nothing of the reply. */
export const unreadableReply = (resource: Resource, problem: string): ApiFailure =>
  unavailable(
    `Redbooth’s reply about ${nouns[resource]} can’t be read: ${problem}. The app asks again later; if this stays, look for a newer version of the app.`,
    pauseAfterRefusal,
  );

/** A status that the right call should not get. `said` is what readRefusal made of the body. */
export const refused = ({ method, question }: Call, status: number, said: string): ApiFailure => {
  const answer = `(${status}${said === '' ? '' : `: ${said}`})`;
  const messages: Readonly<Record<Call['method'], string>> = {
    GET: `Redbooth refused a question about ${nouns[question.resource]} ${answer}. The app asks again later; if this stays, look for a newer version of the app.`,
    PUT: `Redbooth didn’t take the change ${answer}, so the task is as it was. Make the change on the task’s page in Redbooth.`,
    POST: `Redbooth didn’t take the comment ${answer}, so nobody sees it. Write it on the task’s page in Redbooth.`,
  };
  return unavailable(messages[method], pauseAfterRefusal);
};

const happened = (setback: Setback): string => {
  switch (setback.kind) {
    case 'not-ready':
      return 'Redbooth is still preparing its answer';
    case 'too-many':
      return 'Redbooth asks the app to slow down';
    case 'server-trouble':
      return `Redbooth has trouble answering (${setback.status})`;
    case 'no-answer':
      return `Redbooth didn’t answer within ${setback.seconds} seconds`;
    case 'unreachable':
      return `Redbooth can’t be reached${setback.cause === null ? '' : ` (${setback.cause})`}`;
  }
};

/** The last attempt failed like this. Says what it means for what was asked or written, and what to do. */
export const gaveUp = ({ method }: Call, setback: Setback, retryAfter: number): ApiFailure => {
  const isNetwork = setback.kind === 'no-answer' || setback.kind === 'unreachable';
  const check = isNetwork ? 'Check your internet connection, and try again.' : 'Try again in a minute.';
  const comment = neverArrived(setback)
    ? `so the comment was not sent. ${check}`
    : 'so the comment may or may not have arrived. Look at the task in Redbooth before you send it again.';
  const consequences: Readonly<Record<Call['method'], string>> = {
    GET: `so news may come late. The app asks again by itself${isNetwork ? '; if this stays, check your internet connection' : ''}.`,
    PUT: `so the task may not have been changed. ${check}`,
    POST: comment,
  };
  return unavailable(`${happened(setback)}, ${consequences[method]}`, retryAfter);
};

/** The client was disposed while the answer was under way. */
export const closing: ApiFailure = unavailable('The app is closing, so Redbooth isn’t asked any more.', 0);

/** There is no token to ask with. */
export const noToken: ApiFailure = {
  kind: 'signed-out',
  message: 'The app isn’t signed in to Redbooth, so it can’t read or change tasks. Sign in to go on.',
};

/** The token has ended, and another could not be had yet. */
export const tokenUnavailable = ({ method }: Call, retryAfter: number): ApiFailure => {
  const consequences: Readonly<Record<Call['method'], string>> = {
    GET: 'so news may come late. The app tries again by itself.',
    PUT: 'so the task may not have been changed. Try again in a minute.',
    POST: 'so the comment was not sent. Try again in a minute.',
  };
  return unavailable(`The sign-in to Redbooth can’t be renewed just now, ${consequences[method]}`, retryAfter);
};

/** The token was refused for good; Redbooth says why in `WWW-Authenticate` (redbooth-api, Errors, 401). */
export const refusedToken = (challenge: string | null): ApiFailure => {
  const why = /expired/i.test(challenge ?? '')
    ? 'The sign-in to Redbooth has expired'
    : /revoked/i.test(challenge ?? '')
      ? 'The sign-in to Redbooth was withdrawn'
      : 'Redbooth no longer accepts the app’s sign-in';
  return { kind: 'signed-out', message: `${why}, so the app can’t read or change tasks. Sign in again.` };
};

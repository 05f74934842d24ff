import type { Resource } from './api-url.ts';
import type { ApiFailure } from './client-port.ts';

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
export const unavailable = (message: string, retryAfter: number): ApiFailure => ({
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

/** A status that a right question should not get. `said` is what readRefusal made of the body. */
export const refusedQuestion = (resource: Resource, status: number, said: string): ApiFailure =>
  unavailable(
    `Redbooth refused a question about ${nouns[resource]} (${status}${said === '' ? '' : `: ${said}`}). The app asks again later; if this stays, look for a newer version of the app.`,
    pauseAfterRefusal,
  );

/** The client was disposed while the answer was under way. */
export const closing: ApiFailure = unavailable('The app is closing, so Redbooth isn’t asked any more.', 0);

/** There is no token to ask with. */
export const noToken: ApiFailure = {
  kind: 'signed-out',
  message: 'The app isn’t signed in to Redbooth, so it can’t read tasks. Sign in to go on.',
};

/** The token has ended, and another could not be had yet. */
export const tokenUnavailable = (retryAfter: number): ApiFailure =>
  unavailable(
    'The sign-in to Redbooth can’t be renewed just now, so news may come late. The app tries again by itself.',
    retryAfter,
  );

/** The token was refused for good; Redbooth says why in `WWW-Authenticate` (redbooth-api, Errors, 401). */
export const refusedToken = (challenge: string | null): ApiFailure => {
  const why = /expired/i.test(challenge ?? '')
    ? 'The sign-in to Redbooth has expired'
    : /revoked/i.test(challenge ?? '')
      ? 'The sign-in to Redbooth was withdrawn'
      : 'Redbooth no longer accepts the app’s sign-in';
  return { kind: 'signed-out', message: `${why}, so the app can’t read tasks. Sign in again.` };
};

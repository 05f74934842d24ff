import { type HostMessages, english } from '../../messages/en/index.ts';
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

type Words = (messages: HostMessages) => string;

/** The same of a write, which the user waits for: in whatever language they read. */
const notWritten = (words: Words, retryAfter: number): ApiFailure => ({
  kind: 'unavailable',
  message: words(english),
  words,
  retryAfter,
});

/** A status that the right call should not get. `said` is what readRefusal made of the body. */
export const refused = ({ method, question }: Call, status: number, said: string): ApiFailure => {
  const answer = `${status}${said === '' ? '' : `: ${said}`}`;
  switch (method) {
    case 'GET':
      return unavailable(
        `Redbooth refused a question about ${nouns[question.resource]} (${answer}). The app asks again later; if this stays, look for a newer version of the app.`,
        pauseAfterRefusal,
      );
    case 'PUT':
      return notWritten(({ writes }) => writes.changeRefused(answer), pauseAfterRefusal);
    case 'POST':
      return notWritten(({ writes }) => writes.commentRefused(answer), pauseAfterRefusal);
  }
};

const happened = (setback: Setback, { writes }: HostMessages): string => {
  switch (setback.kind) {
    case 'not-ready':
      return writes.preparing;
    case 'too-many':
      return writes.slowDown;
    case 'server-trouble':
      return writes.trouble(setback.status);
    case 'no-answer':
      return writes.noAnswer(setback.seconds);
    case 'unreachable':
      return writes.unreachable(setback.cause);
  }
};

/** The last attempt failed like this. Says what it means for what was asked or written, and what to do. */
export const gaveUp = ({ method }: Call, setback: Setback, retryAfter: number): ApiFailure => {
  const isNetwork = setback.kind === 'no-answer' || setback.kind === 'unreachable';
  switch (method) {
    case 'GET': {
      const check = isNetwork ? '; if this stays, check your internet connection' : '';
      const consequence = `so news may come late. The app asks again by itself${check}.`;
      return unavailable(`${happened(setback, english)}, ${consequence}`, retryAfter);
    }
    case 'PUT':
      return notWritten(
        (messages) => messages.writes.changeUncertain(happened(setback, messages), isNetwork),
        retryAfter,
      );
    case 'POST':
      return notWritten((messages) => {
        const trouble = happened(setback, messages);
        return neverArrived(setback)
          ? messages.writes.commentNotSent(trouble, isNetwork)
          : messages.writes.commentUncertain(trouble);
      }, retryAfter);
  }
};

/** The client was disposed while the answer was under way. */
export const closing: ApiFailure = notWritten(({ writes }) => writes.closing, 0);

/** There is no token to ask with. */
export const noToken: ApiFailure = {
  kind: 'signed-out',
  message: 'The app isn’t signed in to Redbooth, so it can’t read or change tasks. Sign in to go on.',
};

/** The token has ended, and another could not be had yet. */
export const tokenUnavailable = ({ method }: Call, retryAfter: number): ApiFailure => {
  switch (method) {
    case 'GET':
      return unavailable(
        `${english.writes.tokenNotRenewed}, so news may come late. The app tries again by itself.`,
        retryAfter,
      );
    case 'PUT':
      return notWritten(({ writes }) => writes.changeUncertain(writes.tokenNotRenewed, false), retryAfter);
    case 'POST':
      return notWritten(({ writes }) => writes.commentNotSent(writes.tokenNotRenewed, false), retryAfter);
  }
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

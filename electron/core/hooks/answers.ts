import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';

/** One of the listener's few answers, ready to be sent: it never holds anything that came with the request. */
export type Answer = {
  readonly status: number;
  readonly headers: string[];
  readonly closingHeaders: string[];
  /** Null rather than empty: an empty buffer still costs a second write. */
  readonly body: string | null;
};

const answer = (status: number, contentType: string | null, text: string, ...more: readonly string[]): Answer => {
  const type = contentType === null ? [] : ['Content-Type', contentType, 'Cache-Control', 'no-store'];
  const headers = ['Content-Length', String(Buffer.byteLength(text)), ...type, ...more];
  return {
    status,
    headers,
    closingHeaders: [...headers, 'Connection', 'close'],
    body: text === '' ? null : text,
  };
};

/** An error as other programs read it: a stable code and a sentence. */
const errorAnswer = (status: number, code: string, message: string, ...more: readonly string[]): Answer =>
  answer(status, 'application/json', `${JSON.stringify({ error: { code, message } })}\n`, ...more);

const plainText = 'text/plain; charset=utf-8';

/** Taken or ignored: the sender needs to know no more. */
export const taken = answer(200, null, '');

export const works = answer(
  200,
  plainText,
  'This hook URL works. Paste it into Redbooth as the URL of a web hook; Redbooth then reports every change of a task here.\n',
);

export const notFound = errorAnswer(404, 'not-found', 'There is nothing here.');

export const tooLarge = errorAnswer(413, 'too-large', 'The body is larger than 64 KiB.');

export const encoded = errorAnswer(415, 'encoding-unsupported', 'Send the body without a content encoding.');

export const unwritable = errorAnswer(
  503,
  'journal-unwritable',
  'The hook could not be stored, so it was not taken. Send it again later.',
  'Retry-After',
  '30',
);

export const malformed = errorAnswer(400, 'bad-request', 'This is not a valid HTTP request.');

export const headersTooLarge = errorAnswer(431, 'headers-too-large', 'The headers of the request are too large.');

export const tooSlow = errorAnswer(408, 'too-slow', 'The request took too long to arrive.');

/** 400: what came is no hook; `message` says why. */
export const invalidHook = (message: string): Answer => errorAnswer(400, 'bad-request', message);

/** 200 with the nonce of the self-test, as plain text. */
export const nonceAnswer = (nonce: string): Answer => answer(200, plainText, nonce);

/** Sends the head of an answer; `close` says that this was the connection's last request. */
export const sendHead = (response: ServerResponse, answer: Answer, close: boolean): void => {
  response.writeHead(answer.status, close ? answer.closingHeaders : answer.headers);
};

/** An answer as it goes over the wire. */
const textOf = ({ status, headers, body }: Answer, ...more: readonly string[]): string => {
  const all = [...headers, ...more];
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`];
  for (let index = 0; index < all.length; index += 2) lines.push(`${all[index]}: ${all[index + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`;
};

/** An answer for a connection on which HTTP has broken down. */
export const lastAnswerText = (answer: Answer): string => textOf(answer, 'Connection', 'close');

type AnswerTextPorts = { readonly clock: Clock; readonly keepAliveTimeout: number };

/** Makes the writer of answers with all that a lasting connection needs; the one to a taken hook is made once a second. */
export const createAnswerText = ({ clock, keepAliveTimeout }: AnswerTextPorts) => {
  const timeout = `timeout=${Math.floor(keepAliveTimeout / 1000)}`;
  let second = Number.NaN;
  let date = '';
  let takenText = '';
  const lasting = (answer: Answer): string =>
    textOf(answer, 'Date', date, 'Connection', 'keep-alive', 'Keep-Alive', timeout);
  return (answer: Answer, close: boolean): string => {
    const now = Math.floor(clock.now() / 1000);
    if (now !== second) {
      second = now;
      date = new Date(now * 1000).toUTCString();
      takenText = lasting(taken);
    }
    if (close) return textOf(answer, 'Date', date, 'Connection', 'close');
    return answer === taken ? takenText : lasting(answer);
  };
};

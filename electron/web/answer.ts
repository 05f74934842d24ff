import type { ServerResponse } from 'node:http';
import type { Reply } from '../contract/index.ts';

/** Why a request did not get as far as the app: trouble of transport, so it has an HTTP status of its own. */
export type Refusal = { readonly status: number; readonly message: string };

/** Answers in plain words, for who is no page of ours. */
export const answerText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
};

/** Answers the page in the shape of the contract. */
export const answerReply = (response: ServerResponse, status: number, reply: Reply): void => {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(reply));
};

/** Tells the page that its request was refused. What is too large is not read to its end: the connection is closed. */
export const refuse = (response: ServerResponse, { status, message }: Refusal): void => {
  if (status === 413) response.setHeader('Connection', 'close');
  answerReply(response, status, { ok: false, failure: { code: 'bad-request', message } });
};

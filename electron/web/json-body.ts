import type { IncomingMessage } from 'node:http';
import { type Result, fail, succeed } from '../contract/index.ts';
import type { Refusal } from './answer.ts';

const limit = 64 * 1024;
/** What is read and thrown away beyond the limit, so that an honest sender sees the answer and not a reset. */
const patience = 1024 * 1024;

const refusal = (status: number, message: string): Result<unknown, Refusal> => fail({ status, message });

/** Reads a request's body: JSON, said to be JSON, not encoded, at most 64 KiB. Beyond 1 MiB the connection is closed. */
export const readJsonBody = async (request: IncomingMessage): Promise<Result<unknown, Refusal>> => {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refusal(415, 'Send the body as application/json.');
  if (request.headers['content-encoding'] !== undefined) return refusal(415, 'Send the body without an encoding.');
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      if (!(chunk instanceof Uint8Array)) continue;
      size += chunk.length;
      if (size > patience) break;
      if (size <= limit) chunks.push(chunk);
    }
  } catch {
    return refusal(400, 'The body did not arrive whole.');
  }
  if (size > limit) return refusal(413, 'The body is larger than 64 KiB.');
  try {
    return succeed(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))));
  } catch {
    return refusal(400, 'The body is not JSON.');
  }
};

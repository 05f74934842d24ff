import { request } from 'node:http';
import { lookUpLoopback } from '../../../electron/core/tunnel/loopback.ts';

export type Answer = { readonly status: number; readonly body: string };

/** One request from outside, on a connection of its own. Rejects when no whole answer comes. */
export const visit = (url: string, body: string | null = null): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const going = request(
      url,
      {
        method: body === null ? 'GET' : 'POST',
        agent: false,
        lookup: lookUpLoopback,
        headers: body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
        response.on('error', reject);
      },
    );
    going.on('error', reject);
    going.end(body ?? '');
  });

/** A hook as Redbooth sends it. */
export const hookBody = (taskId: number): string =>
  JSON.stringify({ id: taskId, type: 'Task', action: 'update', data: { id: taskId } });

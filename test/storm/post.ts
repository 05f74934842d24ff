import { request } from 'node:http';
import type { Clock } from '../../electron/core/clock.ts';
import { createDeadline } from '../../electron/core/tunnel/deadline.ts';
import { lookUpLoopback } from '../../electron/core/tunnel/loopback.ts';

/** What came of a hook: our listener's 200, a 200 of somebody else, another status, or no whole answer. */
export type PostOutcome = 'acknowledged' | 'foreign' | 'refused' | 'unanswered';

const patience = 15_000;
const never = new AbortController().signal;

/** Posts one hook as Redbooth does, on a connection of its own, and waits 15 s of `clock` for the answer. */
export const postHook = async (hookUrl: string, taskId: string, clock: Clock): Promise<PostOutcome> => {
  const body = JSON.stringify({ type: 'task', id: taskId, url: `http://127.0.0.1/tasks/${taskId}`, action: 'update' });
  const deadline = createDeadline(clock, patience, never);
  try {
    return await exchange(hookUrl, body, deadline.signal);
  } finally {
    deadline.dispose();
  }
};

const exchange = (hookUrl: string, body: string, signal: AbortSignal): Promise<PostOutcome> =>
  new Promise((resolve) => {
    const going = request(
      hookUrl,
      {
        method: 'POST',
        agent: false,
        signal,
        lookup: lookUpLoopback,
        headers: {
          'user-agent': 'Redbooth',
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
        });
        response.on('error', () => resolve('unanswered'));
        response.on('end', () => {
          // Our listener says no more than that it took the hook.
          if (response.statusCode === 200) resolve(length === 0 ? 'acknowledged' : 'foreign');
          else resolve('refused');
        });
      },
    );
    going.on('error', () => resolve('unanswered'));
    going.end(body);
  });

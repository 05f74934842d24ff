import { Agent, request } from 'node:http';
import { sleep } from '../hosts.ts';
import { taskIdOf } from './member-wire.ts';

/** What became of the hooks that were posted. */
export type Sent = {
  /** Those answered with 200, by their number. */
  readonly acknowledged: readonly number[];
  /** From the post to the 200, in ms. */
  readonly delays: readonly number[];
  readonly seconds: number;
};

type Answer = 'taken' | 'refused' | 'unanswered';

const patience = 15_000;

const post = (agent: Agent, url: string, taskId: string): Promise<Answer> =>
  new Promise((resolve) => {
    const body = JSON.stringify({
      type: 'task',
      id: taskId,
      url: `https://redbooth.com/api/3/tasks/${taskId}`,
      action: 'update',
    });
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const going = request(url, { agent, method: 'POST', headers, timeout: patience }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200 ? 'taken' : 'unanswered'));
      response.on('error', () => resolve('unanswered'));
    });
    going.on('timeout', () => going.destroy());
    going.on('error', (error) => {
      const isRefused = 'code' in error && error.code === 'ECONNREFUSED';
      resolve(isRefused ? 'refused' : 'unanswered');
    });
    going.end(body);
  });

/**
 * Posts hooks at an even pace to receivers by turns, as a load balancer does: one that does not take the connection is passed
 * over; a hook whose answer never came is not sent again, as Redbooth is not known to. `onPosted` is called before each.
 */
export const sendHooks = async (
  urls: readonly string[],
  hooks: number,
  perSecond: number,
  onPosted: (index: number) => void,
): Promise<Sent> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const acknowledged: number[] = [];
  const delays: number[] = [];
  const begun = performance.now();
  const sendOne = async (index: number): Promise<void> => {
    const postedAt = Date.now();
    const taskId = taskIdOf(index, postedAt);
    for (let turn = 0; turn < urls.length; turn += 1) {
      const answer = await post(agent, urls[(index + turn) % urls.length] ?? '', taskId);
      if (answer === 'taken') {
        acknowledged.push(index);
        delays.push(Date.now() - postedAt);
      }
      if (answer !== 'refused') return;
    }
  };
  const sending: Promise<void>[] = [];
  for (let index = 0; index < hooks; index += 1) {
    const wait = begun + (index * 1000) / perSecond - performance.now();
    if (wait > 1) await sleep(wait);
    onPosted(index);
    sending.push(sendOne(index));
  }
  await Promise.all(sending);
  agent.destroy();
  return { acknowledged, delays, seconds: (performance.now() - begun) / 1000 };
};

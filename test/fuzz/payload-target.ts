import { Agent, request } from 'node:http';
import * as fc from 'fast-check';
import { readPayload } from '../../electron/core/hooks/payload.ts';
import { hookPath } from './good-hook.ts';
import { asDamagedText, damaged, hostileText, hostileValue } from './hostile-json.ts';
import { startListenerWorld } from './listener-world.ts';
import type { FuzzTarget } from './target.ts';

const hook = damaged([
  { type: 'task', id: 48123, url: 'https://redbooth.com/api/3/tasks/48123', action: 'update' },
  { type: 'task', id: '48124', action: 'create' },
  { type: 'comment', id: '1' },
]);
const json = asDamagedText(
  fc.oneof(
    { weight: 5, arbitrary: hook },
    { weight: 1, arbitrary: fc.array(hook, { maxLength: 6 }) },
    { weight: 1, arbitrary: hostileValue },
  ),
);

const cases: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 10, arbitrary: json.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: json.map((text) => Buffer.from(`payload=${encodeURIComponent(text.toWellFormed())}`)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(json, fc.uint8Array({ maxLength: 8 }))
      .map(([text, bytes]) => Buffer.concat([Buffer.from(text), bytes])),
  },
  {
    weight: 1,
    arbitrary: hostileText.map((text) => Buffer.from(text.repeat(Math.ceil(66_000 / Math.max(300, text.length))))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(14_000), fc.constantFrom('[', '{"a":'))
      .map(([depth, open]) => Buffer.from(open.repeat(depth))),
  },
);

const longest = 65_536;

type Answer = { readonly status: number; readonly body: string };

/** Anything at all, as the body of a POST to the hook URL. What is stored must be just what the payloads say. */
export const payloadTarget: FuzzTarget<Uint8Array> = {
  name: 'listener, payloads',
  share: 34,
  cases,
  together: 16,
  start: async () => {
    const world = await startListenerWorld();
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    let expected = 0;
    const post = (body: Uint8Array): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const headers = { 'Content-Length': body.length };
        const sent = request(
          { host: '127.0.0.1', port: world.port, path: hookPath, method: 'POST', headers, agent, timeout: 20_000 },
          (response) => {
            let text = '';
            response.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
            response.on('error', reject);
            response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
          },
        );
        sent.on('timeout', () => sent.destroy(new Error('no answer')));
        sent.on('error', reject);
        sent.end(body);
      });
    return {
      check: async (body) => {
        const payload = readPayload(body);
        const wanted = body.length > longest ? 413 : payload.kind === 'invalid' ? 400 : 200;
        try {
          const answer = await post(body);
          if (wanted === 200 && payload.kind === 'hooks') expected += payload.hooks.length;
          if (answer.status !== wanted) return `status ${answer.status} and not ${wanted}`;
          return answer.body.includes('48123') ? 'an answer that repeats what was sent' : null;
        } catch (error) {
          return `no answer: ${String(error)}`;
        }
      },
      finish: () => world.finish(expected),
      dispose: async () => {
        agent.destroy();
        await world.dispose();
      },
    };
  },
};

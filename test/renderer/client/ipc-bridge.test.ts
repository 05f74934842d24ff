import { expect, it } from 'vitest';
import type { PageEvent, PreloadBridge } from '../../../electron/contract/index.ts';
import { createIpcBridge } from '../../../renderer/client/ipc-bridge.ts';
import { spanish } from '../../../renderer/messages/es/index.ts';

const start = (preload: PreloadBridge) => createIpcBridge(preload, () => spanish.connection);

const refusal = { ok: false, failure: { code: 'not-found', message: 'There is no such change.' } };

it('passes a request on and reads the reply', async () => {
  const asked: unknown[] = [];
  const bridge = start({
    request: (name, payload) => {
      asked.push([name, payload]);
      return Promise.resolve(refusal);
    },
    subscribe: () => () => undefined,
  });
  expect(await bridge.request('open-change', { id: '1' })).toEqual(refusal);
  expect(asked).toEqual([['open-change', { id: '1' }]]);
});

it.each([
  ['a reply out of contract', () => Promise.resolve({ ok: true, value: 'yes' }), spanish.connection.notUnderstood],
  ['a broken channel', () => Promise.reject(new Error('closed')), spanish.connection.appHangs],
])('turns %s into a failure, in the language of the page', async (_, request, message) => {
  const bridge = start({ request, subscribe: () => () => undefined });
  expect(await bridge.request('open-change', { id: '1' })).toMatchObject({
    ok: false,
    failure: { code: 'unexpected', message },
  });
});

it('is connected at once, hears events, and stops when told to', () => {
  let push: (wire: unknown) => void = () => undefined;
  let isSubscribed = true;
  const bridge = start({
    request: () => Promise.resolve(null),
    subscribe: (listener) => {
      push = listener;
      return () => {
        isSubscribed = false;
      };
    },
  });
  const events: PageEvent[] = [];
  const connections: boolean[] = [];
  const unsubscribe = bridge.subscribe(
    (event) => events.push(event),
    (isConnected) => connections.push(isConnected),
  );
  push({ event: 'unknown' });
  push({ event: 'changes-read', which: ['1'] });
  unsubscribe();
  expect(connections).toEqual([true]);
  expect(events).toEqual([{ event: 'changes-read', which: ['1'] }]);
  expect(isSubscribed).toBe(false);
});

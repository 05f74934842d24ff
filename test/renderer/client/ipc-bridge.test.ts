import { expect, it } from 'vitest';
import type { PageEvent } from '../../../electron/contract/index.ts';
import { createIpcBridge } from '../../../renderer/client/ipc-bridge.ts';

const refusal = { ok: false, failure: { code: 'not-found', message: 'There is no such change.' } };

it('passes a request on and reads the reply', async () => {
  const asked: unknown[] = [];
  const bridge = createIpcBridge({
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
  ['a reply out of contract', () => Promise.resolve({ ok: true, value: 'yes' })],
  ['a broken channel', () => Promise.reject(new Error('closed'))],
])('turns %s into a failure', async (_, request) => {
  const bridge = createIpcBridge({ request, subscribe: () => () => undefined });
  expect(await bridge.request('open-change', { id: '1' })).toMatchObject({
    ok: false,
    failure: { code: 'unexpected' },
  });
});

it('is connected at once, hears events, and stops when told to', () => {
  let push: (wire: unknown) => void = () => undefined;
  let isSubscribed = true;
  const bridge = createIpcBridge({
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

import { expect, test } from 'vitest';
import { ask, request, startListener } from '../harness.ts';
import { expectGoodHook } from './good-hook.ts';

// What each of them is taken for: payload.test.ts.
test.each([
  '{"__proto__":{"type":"task","id":"1","polluted":1}}',
  '{"type":"task","id":"1","__proto__":{"polluted":1}}',
  '{"type":"task","id":"1","constructor":{"prototype":{"polluted":1}}}',
  '{"type":"task","id":{"__proto__":{"polluted":1}}}',
  '[{"__proto__":{"polluted":1}},{"type":"task","id":"1"}]',
  '{"type":"__proto__","id":"constructor","action":"__proto__"}',
  `__proto__[polluted]=1&payload=${encodeURIComponent('{"type":"task","id":"1","__proto__":{"polluted":1}}')}`,
  '{"toString":1,"valueOf":1,"hasOwnProperty":1,"then":1,"type":"task","id":"1"}',
])('Keys of the prototype change nothing outside their payload: %s', async (body) => {
  const listener = await startListener();
  const before = Object.getOwnPropertyNames(Object.prototype);
  const { status } = await ask(listener.port, request('POST', `/${listener.hookUrl.secret}`, body));
  expect([200, 400]).toContain(status);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(listener.journal.unsettled().every(({ taskId, action }) => taskId === '1' && action === 'update')).toBe(true);
  await expectGoodHook(listener);
});

test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])(
  'A header or a path by the name of %s is one like any other',
  async (name) => {
    const listener = await startListener();
    expect((await ask(listener.port, request('GET', `/${name}`, '', [`${name}: 1`]))).status).toBe(404);
    await expectGoodHook(listener);
  },
);

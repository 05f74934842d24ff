import { expect, test } from 'vitest';
import { ask, request, startListener } from '../harness.ts';
import { expectGoodHook } from './good-hook.ts';

const nested = (open: string, close: string, depth: number, inside = '1'): string =>
  `${open.repeat(depth)}${inside}${close.repeat(depth)}`;

test.each<[string, string, number]>([
  ['a list in a list', nested('[', ']', 32_000), 400],
  ['an object in an object', nested('{"a":', '}', 10_000), 400],
  ['a list that never ends', '['.repeat(65_536), 400],
  ['an object that never ends', '{"a":'.repeat(13_000), 400],
  ['quotes without end', '"'.repeat(65_535), 400],
  ['a string of escapes', `{"type":"task","id":"${'\\u0031'.repeat(10_000)}"}`, 400],
  ['a number of 60,000 digits', `{"type":"task","id":${'9'.repeat(60_000)}}`, 400],
  ['60,000 hooks in a list', `[${'1,'.repeat(30_000)}1]`, 400],
  ['something nested beside a good hook', `{"type":"task","id":"1","deep":${nested('[', ']', 30_000)}}`, 200],
  ['the same key 5,000 times', `{${'"id":"2",'.repeat(5_000)}"type":"task","id":"1"}`, 200],
])('%s, 32,000 deep or 64 KiB long, is answered like any other body', async (_name, body, status) => {
  const listener = await startListener();
  expect((await ask(listener.port, request('POST', `/${listener.hookUrl.secret}`, body))).status).toBe(status);
  expect(listener.journal.unsettled().map(({ taskId }) => taskId)).toEqual(status === 200 ? ['1'] : []);
  await expectGoodHook(listener);
});

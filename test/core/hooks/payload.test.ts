import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPayload } from '../../../electron/core/hooks/payload.ts';

const read = (text: string) => readPayload(Buffer.from(text));
const hook = (taskId: string, action = 'update') => ({ kind: 'hooks', hooks: [{ taskId, action }] });
const ignored = { kind: 'ignored' };
const invalidId = { kind: 'invalid', problem: 'no-task-id', message: '“id” must be 1 to 19 digits.' };
const notJson = { kind: 'invalid', problem: 'not-json', message: 'The body is not JSON in UTF-8.' };

test.each([
  [
    '{"type":"task","id":"48123","url":"https://redbooth.com/api/3/tasks/48123","action":"create"}',
    hook('48123', 'create'),
  ],
  ['{"type":"task","id":"48123","action":"delete"}', hook('48123', 'delete')],
  ['{"type":"Task","id":"1","action":"UPDATE"}', hook('1')],
  ['{"type":"task","id":"1","action":"archive"}', hook('1')],
  ['{"type":"task","id":"1","action":7}', hook('1')],
  ['{"type":"task","id":"1"}', hook('1')],
  ['{"type":"task","id":48123}', hook('48123')],
  ['{"type":"task","id":0}', hook('0')],
  ['{"type":"task","id":9007199254740991}', hook('9007199254740991')],
  ['{"type":"task","id":"9999999999999999999"}', hook('9999999999999999999')],
  [' \n{"type":"task","id":"1","more":{"a":[1]}} ', hook('1')],
  ['\uFEFF{"type":"task","id":"1"}', hook('1')],
])('%s is a hook', (text, payload) => {
  expect(read(text)).toEqual(payload);
});

test.each([
  '',
  ' ',
  '\r\n',
  '[]',
  '{"type":"comment","id":"1"}',
  '{"type":"project"}',
  '{"type":"","id":"1"}',
  '{"id":"1"}',
  '{"type":7,"id":"1"}',
])('“%s” is ignored, as it says nothing about a task', (text) => {
  expect(read(text)).toEqual(ignored);
});

test.each([
  '{}',
  '{"type":"task"}',
  '{"type":"task","id":null}',
  '{"type":"task","id":""}',
  '{"type":"task","id":"xxx"}',
  '{"type":"task","id":"-1"}',
  '{"type":"task","id":"1e3"}',
  '{"type":"task","id":" 1"}',
  '{"type":"task","id":"1\\n"}',
  '{"type":"task","id":"١٢"}',
  '{"type":"task","id":"12345678901234567890"}',
  '{"type":"task","id":"../users"}',
  '{"type":"task","id":-1}',
  '{"type":"task","id":1.5}',
  '{"type":"task","id":9007199254740992}',
  '{"type":"task","id":1e400}',
  '{"type":"task","id":["1"]}',
  '{"type":"task","id":{"toString":"1"}}',
  '{"type":"task","id":true}',
  '{"__proto__":{"type":"task","id":"1"}}',
  '{"type":"task","constructor":{"prototype":{"id":"1"}}}',
])('%s has no usable id', (text) => {
  expect(read(text)).toEqual(invalidId);
});

test.each([
  'hello',
  '{',
  '{"type":"task","id":"1"',
  "{'type':'task'}",
  'a=b',
  'a=1&b=2',
  'NaN',
  '<xml/>',
  '%',
  '=&=',
  '[{]',
])('“%s” is not JSON', (text) => {
  expect(read(text)).toEqual(notJson);
});

test.each(['null', 'true', '5', '"task"', '[1]', '[[{"type":"task","id":"1"}]]'])(
  '%s is JSON, but no object',
  (text) => {
    expect(read(text)).toEqual({
      kind: 'invalid',
      problem: 'no-object',
      message: 'The body must be a JSON object, or an array of them.',
    });
  },
);

test.each([[[0xff, 0xfe]], [[0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]], [[0xed, 0xa0, 0x80]]])(
  'bytes that are not UTF-8 are not guessed at: %j',
  (bytes) => {
    expect(readPayload(Buffer.from(bytes))).toEqual(notJson);
  },
);

describe('a form field', () => {
  const json = '{"type":"task","id":"7","action":"create"}';
  test.each([
    `payload=${encodeURIComponent(json)}`,
    `token=abc&payload=${encodeURIComponent(json)}`,
    `anything=${encodeURIComponent(json).replaceAll('%20', '+')}`,
  ])('holds the JSON: %s', (text) => {
    expect(read(text)).toEqual(hook('7', 'create'));
  });
});

describe('an array', () => {
  const many = (length: number): string =>
    JSON.stringify(Array.from({ length }, (_, index) => ({ type: 'task', id: index })));

  test('brings its hooks in order', () => {
    expect(read('[{"type":"task","id":2,"action":"create"},{"type":"task","id":1,"action":"delete"}]')).toEqual({
      kind: 'hooks',
      hooks: [
        { taskId: '2', action: 'create' },
        { taskId: '1', action: 'delete' },
      ],
    });
  });

  test('brings what is usable, as a refusal would lose that too', () => {
    expect(read('[{"type":"comment"},{"type":"task","id":"x"},5,{"type":"task","id":1}]')).toEqual(hook('1'));
  });

  test('without anything usable is invalid when a hook in it is, and else ignored', () => {
    expect(read('[{"type":"comment"},{"type":"task","id":"x"}]')).toEqual(invalidId);
    expect(read('[{"type":"comment"}]')).toEqual(ignored);
  });

  test('may hold 100 hooks and no more', () => {
    expect(read(many(100))).toMatchObject({ kind: 'hooks', hooks: { length: 100 } });
    expect(read(many(101))).toEqual({
      kind: 'invalid',
      problem: 'too-many-hooks',
      message: 'The array holds more than 100 hooks.',
    });
  });
});

test('Deep nesting and long keys are read as what they are', () => {
  expect(read('['.repeat(65_536))).toEqual(notJson);
  expect(read(`{"type":"task","id":"1","deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).toEqual(hook('1'));
});

describe('whatever the bytes', () => {
  const seed = 20_140_701;
  const isUsable = (payload: ReturnType<typeof readPayload>): boolean =>
    payload.kind !== 'hooks' ||
    (payload.hooks.length > 0 &&
      payload.hooks.every(
        ({ taskId, action }) => /^[0-9]{1,19}$/.test(taskId) && ['create', 'update', 'delete'].includes(action),
      ));

  test('a payload is read without throwing, and every hook in it has a usable id', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => isUsable(readPayload(bytes))),
      { seed, numRuns: 1_000 },
    );
  });

  test('so is any JSON around the four fields', () => {
    const field = fc.oneof(fc.jsonValue(), fc.constantFrom('task', 'update', 'delete', '1', '00', 12, '9'.repeat(20)));
    const object = fc.dictionary(
      fc.constantFrom('type', 'id', 'url', 'action', '__proto__', 'constructor', 'x'),
      field,
    );
    fc.assert(
      fc.property(fc.oneof(object, fc.array(object, { maxLength: 5 })), (value) =>
        isUsable(read(JSON.stringify(value))),
      ),
      { seed, numRuns: 1_000 },
    );
  });
});

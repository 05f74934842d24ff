import { expect, test } from 'vitest';
import { startPage, value } from './whole-page.ts';

test('somebody new is to be welcomed', () => {
  expect(startPage().overview().welcomed).toBe(false);
});

test('once finished, the welcome is over for good, and every page is told', async () => {
  const { dispatch, settings, events } = startPage();
  expect(value(await dispatch('finish-welcome', null))).toBeNull();
  expect(settings.current().welcomed).toBe(true);
  expect(events).toMatchObject([{ event: 'overview', overview: { welcomed: true } }]);
});

test('finishing it again changes nothing', async () => {
  const { dispatch, events } = startPage({ overlay: { welcomed: true } });
  await dispatch('finish-welcome', null);
  expect(events).toEqual([]);
});

test.each([
  { name: 'a demo', options: { isDemo: true } },
  { name: 'an app that is signed in by its environment', options: { isFromEnvironment: true } },
])('nobody is welcomed to $name', ({ options }) => {
  expect(startPage(options).overview().welcomed).toBe(true);
});

test('a demo is started by the computer', async () => {
  const { dispatch } = startPage();
  expect(value(await dispatch('start-demo', null))).toEqual({ kind: 'started' });
});

test('a demo that cannot be started is a failure with what to do', async () => {
  const { dispatch, system } = startPage();
  system.state.refusal = 'No.';
  expect(value(await dispatch('start-demo', null))).toEqual({
    code: 'system-refused',
    message: expect.stringContaining('from a terminal with --demo'),
  });
});

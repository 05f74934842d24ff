import { describe, expect, it, test } from 'vitest';
import type { Overview } from '../../../electron/contract/index.ts';
import { isConnected, lastArrival, stepFrom, stepToBegin } from '../../../renderer/state/welcome.ts';
import { pollingOverview } from '../harness/sample.ts';
import { firstRun, firstRunConnected, firstRunSignedIn } from '../harness/sample-welcome.ts';

describe('the welcome begins', () => {
  it.each<[string, Overview, string | null, string]>([
    ['with what the app is, for somebody new', firstRun, null, 'introduction'],
    ['with how changes come, for whoever is signed in already', firstRunSignedIn, null, 'hooks'],
    ['with a notification, where a hook has come already', firstRunConnected, null, 'notification'],
    ['with a notification, where Redbooth is asked', { ...pollingOverview, hookUrls: [] }, null, 'notification'],
    ['where it was left', firstRun, 'hooks', 'hooks'],
    ['where it was left, though more is done since', firstRunConnected, 'account', 'account'],
    ['as for somebody new where what is remembered is no step', firstRun, 'elsewhere', 'introduction'],
  ])('%s', (_name, overview, remembered, step) => {
    expect(stepToBegin(overview, remembered)).toBe(step);
  });
});

test('one goes on and back step by step, and beyond neither end', () => {
  expect(stepFrom('introduction', 1)).toBe('account');
  expect(stepFrom('hooks', -1)).toBe('account');
  expect(stepFrom('introduction', -1)).toBeNull();
  expect(stepFrom('notification', 1)).toBeNull();
});

test('the newest hook counts, by whatever hook URL it came', () => {
  const [hookUrl] = firstRun.hookUrls;
  if (!hookUrl) throw new Error('no sample');
  const hookUrls = [5, null, 9].map((lastArrivalAt) => ({ ...hookUrl, lastArrivalAt }));
  expect(lastArrival({ hookUrls })).toBe(9);
  expect(lastArrival(firstRun)).toBeNull();
  expect(isConnected(firstRun)).toBe(false);
  expect(isConnected({ ...firstRun, hookUrls })).toBe(true);
});

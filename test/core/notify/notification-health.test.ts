import { expect, it } from 'vitest';
import { createNotificationHealth } from '../../../electron/core/notify/notification-health.ts';
import type { Showing } from '../../../electron/core/notify/notifier.ts';

const shown: Showing = { state: 'shown' };
const failed = (reason: string): Showing => ({ state: 'failed', reason });

it.each<[string, readonly Showing[], string | null, number]>([
  ['nothing was told', [], null, 0],
  ['one failed, for whatever reason of its own', [failed('timeout')], null, 0],
  ['two failed in a row', [failed('timeout'), failed('refused')], 'refused', 1],
  ['more fail for the same reason', [failed('refused'), failed('refused'), failed('refused')], 'refused', 1],
  ['the reason changes', [failed('a'), failed('a'), failed('b')], 'b', 2],
  ['one was shown in between', [failed('timeout'), shown, failed('timeout')], null, 0],
  ['one was shown afterwards', [failed('timeout'), failed('timeout'), shown], null, 2],
  ['the app itself gave up, as it quits', [failed('stopped'), failed('stopped')], null, 0],
])('when %s: %j, notifications are blocked by %s', (_name, showings, reason, changes) => {
  let told = 0;
  const health = createNotificationHealth(() => (told += 1));
  for (const showing of showings) health.ended(showing);
  expect(health.blocked()).toBe(reason);
  expect(told).toBe(changes);
});

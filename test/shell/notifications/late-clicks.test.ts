import { expect, it } from 'vitest';
import { type NotificationClass, chooseLateClicks } from '../../../electron/shell/notifications/late-clicks.ts';

/** Electron’s class where it has both: each is there on one system only, whatever the typings say. */
const whole: NotificationClass = {
  getHistory: async () => [{ id: 'earlier', on: () => undefined, show: () => undefined, close: () => undefined }],
  handleActivation: (activated) => activated({ type: 'click', arguments: 'type=click&tag=earlier' }),
};

it.each<[NodeJS.Platform, NotificationClass, boolean, readonly string[], readonly string[]]>([
  ['darwin', whole, true, ['earlier'], []],
  ['win32', whole, true, [], ['type=click&tag=earlier']],
  ['linux', whole, false, [], []],
  ['darwin', {}, false, [], []],
  ['win32', {}, false, [], []],
])('on %s with %o notifications outlive the app: %s', async (platform, native, outliveApp, history, activations) => {
  const late = chooseLateClicks(native, platform);
  const activated: string[] = [];
  late.onActivation((activation) => activated.push(activation.arguments));
  expect(late.outliveApp).toBe(outliveApp);
  expect((await late.history()).map(({ id }) => id)).toEqual(history);
  expect(activated).toEqual(activations);
});

import { expect, it } from 'vitest';
import type { NotificationAction } from '../../../electron/core/notify/notifier.ts';
import { buttonSupport, buttonsFor } from '../../../electron/shell/notifications/buttons.ts';

it.each<[NodeJS.Platform, string, boolean, boolean]>([
  ['darwin', '22.3.27', true, true],
  ['darwin', '45.4.1', true, true],
  ['win32', '41.2.0', false, false],
  ['win32', '42.0.0', true, true],
  ['linux', '22.3.27', false, false],
  ['linux', '44.11.5', false, false],
  ['linux', '45.4.1', true, false],
  ['freebsd', '45.4.1', false, false],
])('%s with Electron %s has buttons: %s, and a field to type into: %s', (platform, version, hasButtons, hasReply) => {
  expect(buttonSupport(platform, version)).toEqual({ hasButtons, hasReply });
});

it.each<[NodeJS.Platform, readonly NotificationAction[], readonly NotificationAction[], boolean]>([
  ['darwin', ['resolve', 'comment', 'mute', 'open'], ['resolve', 'mute', 'open'], true],
  ['win32', ['reopen', 'comment', 'mute', 'open'], ['reopen', 'mute', 'open'], true],
  ['linux', ['resolve', 'comment', 'mute', 'open'], ['resolve', 'mute'], false],
  ['darwin', [], [], false],
])('on %s, %j becomes the buttons %j, and a field: %s', (platform, offered, actions, hasReply) => {
  expect(buttonsFor(offered, buttonSupport(platform, '45.4.1'), platform)).toEqual({ actions, hasReply });
});

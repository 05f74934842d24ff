import { expect, it } from 'vitest';
import { notificationAtLaunch } from '../../../electron/shell/notifications/launch-notification.ts';
import { findToast, toastTag, withoutToast } from '../../../electron/shell/notifications/toast.ts';

it.each<[string, string | null]>([
  ['type=click&tag=ab-1-r', 'ab-1-r'],
  ['type=action&action=0&tag=ab-1-r', 'ab-1-r'],
  ['type=click&tag=', null],
  ['type=click', null],
  ['', null],
])('the toast “%s” is that of the notification %s', (text, tag) => {
  expect(toastTag(text)).toBe(tag);
});

it.each<[readonly string[], { tag: string | null } | null]>([
  [['app.exe', 'type=click&tag=ab-1-'], { tag: 'ab-1-' }],
  [['app.exe', '--hidden', '-Embedding'], { tag: null }],
  [['app.exe', '/embedding'], { tag: null }],
  [['app.exe', '--hidden'], null],
  [['app.exe', 'redbooth-notifier://open?type=click&tag=ab-1-'], null],
])('the command line %j is a start for the toast %j', (commandLine, toast) => {
  expect(findToast(commandLine)).toEqual(toast);
});

it('what Windows adds to the command line for a toast is none of our flags', () => {
  expect(withoutToast(['--hidden', '-Embedding', 'type=click&tag=ab-1-', '--json'])).toEqual(['--hidden', '--json']);
});

it.each<[unknown, string | null]>([
  [{ identifier: 'ab-1-r', actionIdentifier: 'default', date: 1, userInfo: {} }, 'ab-1-r'],
  [{ identifier: 'x'.repeat(101) }, null],
  [{}, null],
  [null, null],
  [undefined, null],
])('macOS that starts the app with %j was clicked on %s', (launchInfo, identifier) => {
  expect(notificationAtLaunch(launchInfo)).toBe(identifier);
});

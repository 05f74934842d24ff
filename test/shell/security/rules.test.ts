import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { expect, it } from 'vitest';
import { type RequestGate, denyNetwork } from '../../../electron/shell/security/deny-network.ts';
import { denyPermissions } from '../../../electron/shell/security/deny-permissions.ts';
import { denyWebviews } from '../../../electron/shell/security/deny-webviews.ts';
import { denyWindows } from '../../../electron/shell/security/deny-windows.ts';
import { keepNavigation } from '../../../electron/shell/security/keep-navigation.ts';

const isPrevented = (contents: EventEmitter, event: string, details: object, ...rest: unknown[]): boolean => {
  let prevented = false;
  contents.emit(event, { ...details, preventDefault: () => (prevented = true) }, ...rest);
  return prevented;
};

const events = ['will-navigate', 'will-frame-navigate', 'will-redirect'];

it.each(
  events.flatMap((event) => [
    [event, 'https://example.com/', true] as const,
    [event, 'file:///etc/passwd', true] as const,
    [event, 'javascript:alert(1)', true] as const,
    [event, 'app://redbooth-notifier.example.com/', true] as const,
    [event, 'app://redbooth-notifier/', false] as const,
  ]),
)('%s to %s is prevented: %s', (event, url, expected) => {
  const contents = new EventEmitter();
  keepNavigation(contents);
  expect(isPrevented(contents, event, { url })).toBe(expected);
  expect(isPrevented(contents, event, {}, url)).toBe(expected);
});

it('bars a way whose end is not told', () => {
  const contents = new EventEmitter();
  keepNavigation(contents);
  expect(isPrevented(contents, 'will-navigate', {})).toBe(true);
});

it('lets no guest be embedded', () => {
  const contents = new EventEmitter();
  denyWebviews(contents);
  expect(isPrevented(contents, 'will-attach-webview', {})).toBe(true);
});

it('opens no window, not even for the page’s own origin', () => {
  let answer: unknown;
  denyWindows({
    setWindowOpenHandler: (handler) => {
      answer = handler({
        url: 'app://redbooth-notifier/',
        frameName: '',
        features: '',
        disposition: 'new-window',
        referrer: { url: '', policy: 'default' },
      });
    },
  });
  expect(answer).toEqual({ action: 'deny' });
});

it.each([
  ['app://redbooth-notifier/assets/main.js', false],
  ['data:image/png;base64,AA==', false],
  ['devtools://devtools/bundled/inspector.html', false],
  ['https://example.com/', true],
  ['http://127.0.0.1:8766/', true],
  ['ws://127.0.0.1/', true],
  ['file:///etc/passwd', true],
  ['app://other/', true],
])('the page’s request for %s is cancelled: %s', (url, expected) => {
  const answers: { cancel: boolean }[] = [];
  const gate: RequestGate = { onBeforeRequest: (listener) => listener({ url }, (answer) => void answers.push(answer)) };
  denyNetwork(gate);
  expect(answers).toEqual([{ cancel: expected }]);
});

it('answers every question for a permission with no', () => {
  const handlers: Record<string, unknown> = {};
  denyPermissions({
    setPermissionRequestHandler: (handler) => void (handlers['request'] = handler),
    setPermissionCheckHandler: (handler) => void (handlers['check'] = handler),
    setDevicePermissionHandler: (handler) => void (handlers['device'] = handler),
  } satisfies Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >);
  const call = (name: string, ...given: unknown[]): unknown => {
    const handler = handlers[name];
    return typeof handler === 'function' ? Reflect.apply(handler, undefined, given) : 'no handler';
  };
  const answers: boolean[] = [];
  call('request', null, 'notifications', (isGranted: boolean) => answers.push(isGranted));
  expect(answers).toEqual([false]);
  expect(call('check', null, 'clipboard-read', 'app://redbooth-notifier')).toBe(false);
  expect(call('device', {})).toBe(false);
});
